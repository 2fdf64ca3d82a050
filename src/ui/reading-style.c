/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes and fonts belong into style sheets, but these two are the reader’s: so one
 * sheet is made from the settings, and made again when they change. All widgets
 * that show text to read carry the class .reading or .work-title and know nothing
 * of it.
 */

#include "config.h"

#include "reading-style.h"

/* One that is nearly everywhere, then what the system calls a serif: each further name
 * costs a search through all fonts for each size. */
#define SERIF "\"Noto Serif\", serif"

/* The names of the setting’s values, in the order of its enumeration. */
typedef enum
{
  FONT_DOCUMENT,
  FONT_SERIF,
  FONT_SANS,
} Font;

struct _OffprintReadingStyle
{
  GObject parent_instance;

  /* Owned */
  GdkDisplay *display;
  GSettings *settings;
  GtkCssProvider *provider;
};

G_DEFINE_FINAL_TYPE (OffprintReadingStyle, offprint_reading_style, G_TYPE_OBJECT)

static char *
dup_document_family (void)
{
  g_autoptr (PangoFontDescription) description = NULL;
  g_autofree char *escaped = NULL;
  const char *family;

  description = pango_font_description_from_string (
    adw_style_manager_get_document_font_name (adw_style_manager_get_default ()));
  family = pango_font_description_get_family (description);
  if (family == NULL)
    return g_strdup ("serif");
  escaped = g_strescape (family, "\200\201"); /* CSS strings escape quotes and backslashes as C does */
  return g_strdup_printf ("\"%s\", serif", escaped);
}

static char *
dup_family (Font font)
{
  switch (font)
    {
    case FONT_DOCUMENT:
      return dup_document_family ();
    case FONT_SERIF:
      return g_strdup (SERIF);
    case FONT_SANS:
      return NULL;
    }
  return NULL;
}

static void
load (OffprintReadingStyle *self)
{
  double scale = g_settings_get_double (self->settings, "text-scale");
  g_autofree char *family = dup_family (g_settings_get_enum (self->settings, "reading-font"));
  g_autofree char *css = NULL;
  char factor[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (factor, sizeof factor, "%.3f", scale);
  css = g_strdup_printf (".work-page { font-size: calc(11pt * %s); }\n"
                         ".reading { font-size: calc(11.5pt * %s); }\n"
                         ".work-title { font-size: calc(20pt * %s); }\n"
                         "%s%s%s\n",
                         factor, factor, factor,
                         family != NULL ? ".reading, .work-title { font-family: " : "",
                         family != NULL ? family : "",
                         family != NULL ? "; }" : "");
  gtk_css_provider_load_from_string (self->provider, css);
}

static void
offprint_reading_style_dispose (GObject *object)
{
  OffprintReadingStyle *self = OFFPRINT_READING_STYLE (object);

  if (self->display != NULL)
    gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->display);
  g_clear_object (&self->settings);
  g_clear_object (&self->provider);

  G_OBJECT_CLASS (offprint_reading_style_parent_class)->dispose (object);
}

static void
offprint_reading_style_class_init (OffprintReadingStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = offprint_reading_style_dispose;
}

static void
offprint_reading_style_init (OffprintReadingStyle *self)
{
  self->provider = gtk_css_provider_new ();
}

/**
 * offprint_reading_style_new:
 * @display: whose windows it is for
 * @settings: of the program
 *
 * Sets the font and size of texts on @display, and follows @settings as long as it lives.
 *
 * Returns: (transfer full): the style
 */
OffprintReadingStyle *
offprint_reading_style_new (GdkDisplay *display,
                            GSettings  *settings)
{
  OffprintReadingStyle *self;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (OFFPRINT_TYPE_READING_STYLE, NULL);
  self->display = g_object_ref (display);
  self->settings = g_object_ref (settings);
  load (self);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (settings, "changed::text-scale", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reading-font", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::document-font-name",
                           G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return self;
}
