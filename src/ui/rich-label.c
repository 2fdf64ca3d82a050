/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rich text on the screen: selectable, with its italics and links. The one place in
 * the window where text from outside becomes mark-up, by the writer that escapes it.
 */

#include "config.h"

#include "rich-label.h"

#include "links.h"
#include "write.h"

#include <math.h>

#include <string.h>

#define LINE_HEIGHT_EM 1.5

/* where in a pixel a baseline stands best: higher, and an f loses its top, which is worse
 * than a g that touches its lowest pixel less (looked at in Noto Serif, drawn by Cairo) */
#define BASELINE_PX 0.45

/* between paragraphs, in em; an empty line of the text's pitch would be 1.5 */
#define GAP_EM 0.6

/* GTK finds the least width of a text by breaking it after every letter, unless it is
 * told one: which is dear for a long text, as the measure of the font is for a short one. */
#define LONG_BYTES  400
#define LEAST_CHARS 10

struct _OffprintRichLabel
{
  AdwBin parent_instance;

  /* Owned */
  OffprintRichText *text;

  gboolean has_links;
  guint heading_level;
  double line_height; /* in em of this widget’s font */
  int em;             /* in units of Pango */

  /* Template children */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (OffprintRichLabel, offprint_rich_label, ADW_TYPE_BIN)

enum
{
  PROP_TEXT = 1,
  PROP_LABEL,
  PROP_HEADING_LEVEL,
  PROP_HAS_LINKS,
  PROP_LINE_HEIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static OffprintRichText *
copy_block (const OffprintBlock *block)
{
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();

  offprint_rich_text_builder_begin_block (builder, block->kind, block->level, block->number);
  for (gsize i = 0; i < block->n_runs; i++)
    offprint_rich_text_builder_add_run (builder, block->runs[i].text, -1, block->runs[i].flags, block->runs[i].href);
  return offprint_rich_text_builder_end (builder);
}

static gboolean
is_item (const OffprintBlock *block)
{
  return block->kind == OFFPRINT_BLOCK_BULLET_ITEM || block->kind == OFFPRINT_BLOCK_ORDERED_ITEM;
}

/* A whole empty line between paragraphs, and one between a heading and its text, tears
 * a short text apart: the writer for Pango is asked block by block. */
static char *
dup_markup (OffprintRichText   *text,
            OffprintWriteFlags  flags,
            int                 em)
{
  g_autofree char *gap = g_strdup_printf ("\n<span line_height=\"%d\">\n</span>", MAX (PANGO_UNITS_ROUND ((int) (GAP_EM * em)), PANGO_SCALE));
  g_autoptr (GString) markup = g_string_new (NULL);
  const OffprintBlock *last = NULL;

  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);
      g_autoptr (OffprintRichText) alone = copy_block (block);
      g_autofree char *written = offprint_rich_text_to_pango (alone, flags);

      if (last != NULL && (last->kind == OFFPRINT_BLOCK_HEADING || (is_item (last) && is_item (block))))
        g_string_append_c (markup, '\n');
      else if (last != NULL)
        g_string_append (markup, gap);
      g_string_append (markup, written);
      last = block;
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
show_text (OffprintRichLabel *self)
{
  g_autofree char *markup = NULL;
  g_autofree char *spaced = NULL;

  if (self->text != NULL)
    markup = dup_markup (self->text, self->has_links ? OFFPRINT_WRITE_DEFAULT : OFFPRINT_WRITE_NO_LINKS, self->em);
  if (markup != NULL && self->em > 0)
    spaced = g_strdup_printf ("<span line_height=\"%d\">%s</span>",
                              MAX (PANGO_UNITS_ROUND ((int) (self->line_height * self->em)), PANGO_SCALE), markup);
  gtk_label_set_markup (self->label, spaced != NULL ? spaced : (markup != NULL ? markup : ""));
  gtk_label_set_width_chars (self->label, markup != NULL && strlen (markup) > LONG_BYTES ? LEAST_CHARS : -1);
}

static gboolean
link_activated_cb (OffprintRichLabel *self,
                   const char        *uri,
                   GtkLabel          *label)
{
  offprint_link_follow (GTK_WIDGET (self), uri);
  return TRUE;
}

static void
set_heading_level (OffprintRichLabel *self,
                   guint              level)
{
  if (self->heading_level == level)
    return;

  self->heading_level = level;
  g_object_set (self->label,
                "accessible-role", level > 0 ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL,
                NULL);
  if (level > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING_LEVEL]);
}

static void
set_has_links (OffprintRichLabel *self,
               gboolean           has_links)
{
  if (self->has_links == has_links)
    return;

  self->has_links = has_links;
  show_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_LINKS]);
}

static void
set_line_height (OffprintRichLabel *self,
                 double             line_height)
{
  if (self->line_height == line_height)
    return;

  self->line_height = line_height;
  show_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE_HEIGHT]);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  GtkWidget *label = GTK_WIDGET (OFFPRINT_RICH_LABEL (widget)->label);

  gtk_widget_measure (label, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* Cairo makes a glyph's bitmap for the pixel: a baseline at the middle or the end of one
 * costs letters their foot or their top. The label is moved by the fraction. */
static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  GtkLabel *label = OFFPRINT_RICH_LABEL (widget)->label;
  double first;
  float shift;

  gtk_widget_allocate (GTK_WIDGET (label), width, height, baseline, NULL);
  first = pango_layout_get_baseline (gtk_label_get_layout (label)) / (double) PANGO_SCALE;
  shift = (float) (floor (first - BASELINE_PX + 0.5) + BASELINE_PX - first);
  if (shift != 0)
    gtk_widget_allocate (GTK_WIDGET (label), width, height, baseline,
                         gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, shift)));
}

static void
offprint_rich_label_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  OffprintRichLabel *self = OFFPRINT_RICH_LABEL (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_boxed (value, self->text);
      break;
    case PROP_LABEL:
      g_value_set_object (value, self->label);
      break;
    case PROP_HEADING_LEVEL:
      g_value_set_uint (value, self->heading_level);
      break;
    case PROP_HAS_LINKS:
      g_value_set_boolean (value, self->has_links);
      break;
    case PROP_LINE_HEIGHT:
      g_value_set_double (value, self->line_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_rich_label_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OffprintRichLabel *self = OFFPRINT_RICH_LABEL (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      offprint_rich_label_set_text (self, g_value_get_boxed (value));
      break;
    case PROP_HEADING_LEVEL:
      set_heading_level (self, g_value_get_uint (value));
      break;
    case PROP_HAS_LINKS:
      set_has_links (self, g_value_get_boolean (value));
      break;
    case PROP_LINE_HEIGHT:
      set_line_height (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Lines and the gaps between paragraphs are whole pixels apart, so that glyphs stand on
 * whole pixels (see allocate); CSS knows lengths of lines, but does not round them. */
static void
offprint_rich_label_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  OffprintRichLabel *self = OFFPRINT_RICH_LABEL (widget);
  const PangoFontDescription *font;

  GTK_WIDGET_CLASS (offprint_rich_label_parent_class)->css_changed (widget, change);

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  if (self->em == pango_font_description_get_size (font))
    return;

  self->em = pango_font_description_get_size (font);
  show_text (self);
}

static gboolean
offprint_rich_label_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OFFPRINT_RICH_LABEL (widget)->label));
}

static void
offprint_rich_label_finalize (GObject *object)
{
  g_clear_pointer (&OFFPRINT_RICH_LABEL (object)->text, offprint_rich_text_unref);

  G_OBJECT_CLASS (offprint_rich_label_parent_class)->finalize (object);
}

static void
offprint_rich_label_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_RICH_LABEL);

  G_OBJECT_CLASS (offprint_rich_label_parent_class)->dispose (object);
}

static void
offprint_rich_label_class_init (OffprintRichLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = offprint_rich_label_get_property;
  object_class->set_property = offprint_rich_label_set_property;
  object_class->dispose = offprint_rich_label_dispose;
  object_class->finalize = offprint_rich_label_finalize;

  widget_class->css_changed = offprint_rich_label_css_changed;
  widget_class->grab_focus = offprint_rich_label_grab_focus;

  /**
   * OffprintRichLabel:text:
   *
   * What is shown.
   */
  properties[PROP_TEXT] =
    g_param_spec_boxed ("text", NULL, NULL, OFFPRINT_TYPE_RICH_TEXT,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * OffprintRichLabel:label:
   *
   * The label inside, for what describes it to screen readers.
   */
  properties[PROP_LABEL] =
    g_param_spec_object ("label", NULL, NULL, GTK_TYPE_LABEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * OffprintRichLabel:heading-level:
   *
   * Which level of heading the text is for screen readers; 0 for none. To be set
   * before the label is on the screen.
   */
  properties[PROP_HEADING_LEVEL] =
    g_param_spec_uint ("heading-level", NULL, NULL, 0, 6, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * OffprintRichLabel:has-links:
   *
   * Whether links can be followed. A citation is shown as it will be pasted, without.
   */
  properties[PROP_HAS_LINKS] =
    g_param_spec_boolean ("has-links", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * OffprintRichLabel:line-height:
   *
   * How far lines stand apart, in em of this widget’s font; rounded to whole pixels.
   */
  properties[PROP_LINE_HEIGHT] =
    g_param_spec_double ("line-height", NULL, NULL, 1, 3, LINE_HEIGHT_EM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/rich-label.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintRichLabel, label);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
}

static void
offprint_rich_label_init (OffprintRichLabel *self)
{
  self->has_links = TRUE;
  self->line_height = LINE_HEIGHT_EM;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/**
 * offprint_rich_label_new:
 *
 * Makes an empty label for rich text.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
offprint_rich_label_new (void)
{
  return g_object_new (OFFPRINT_TYPE_RICH_LABEL, NULL);
}

/**
 * offprint_rich_label_set_text:
 * @self: a label
 * @text: (nullable): what to show
 *
 * Shows @text. The same text again changes nothing, so a selection in it stays.
 */
void
offprint_rich_label_set_text (OffprintRichLabel *self,
                              OffprintRichText  *text)
{
  g_return_if_fail (OFFPRINT_IS_RICH_LABEL (self));

  if (self->text == text ||
      (self->text != NULL && text != NULL && offprint_rich_text_equal (self->text, text)))
    return;

  g_clear_pointer (&self->text, offprint_rich_text_unref);
  if (text != NULL)
    self->text = offprint_rich_text_ref (text);
  show_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * offprint_rich_label_set_plain:
 * @self: a label
 * @text: (nullable): what to show, without any mark-up
 *
 * Shows a plain text.
 */
void
offprint_rich_label_set_plain (OffprintRichLabel *self,
                               const char        *text)
{
  g_autoptr (OffprintRichText) rich = NULL;

  g_return_if_fail (OFFPRINT_IS_RICH_LABEL (self));

  if (text != NULL)
    rich = offprint_rich_text_new_plain (text);
  offprint_rich_label_set_text (self, rich);
}

/**
 * offprint_rich_label_get_label:
 * @self: a label
 *
 * The label inside, for what describes it to screen readers.
 *
 * Returns: (transfer none): the label
 */
GtkLabel *
offprint_rich_label_get_label (OffprintRichLabel *self)
{
  g_return_val_if_fail (OFFPRINT_IS_RICH_LABEL (self), NULL);

  return self->label;
}

/**
 * offprint_rich_label_dup_shown:
 * @text: a text
 *
 * The very characters that a label with @text shows, so that a place found in them
 * is the same place in the label.
 *
 * Returns: (transfer full): the characters
 */
char *
offprint_rich_label_dup_shown (OffprintRichText *text)
{
  g_autofree char *markup = NULL;
  char *shown = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  markup = dup_markup (text, OFFPRINT_WRITE_NO_LINKS, 0);
  if (!pango_parse_markup (markup, -1, 0, NULL, &shown, NULL, NULL))
    return offprint_rich_text_to_plain (text);
  return shown;
}
