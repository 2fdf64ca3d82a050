/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The citation that is shown and copied: the work, in the style and language that
 * the settings name. Card, bar and actions all ask this one object.
 *
 * Compiling a style may take longer than a turn of the main loop, so it happens on
 * a thread, once for each choice; citing one work in a compiled style does not.
 */

#include "config.h"

#include "citing.h"

#include "flavours.h"

#include <glib/gi18n-lib.h>

struct _OffprintCiting
{
  GObject parent_instance;

  /* Owned */
  OffprintWork *work;
  GSettings *settings;
  OffprintStyleCatalog *catalog;
  OffprintCiter *citer;
  OffprintRichText *citation;
  OffprintRichText *in_text;
  char *style_title;
  char *error;
  GCancellable *compiling;
  OffprintStylePreviews *previews; /* NULL until somebody wants to choose */
};

G_DEFINE_FINAL_TYPE (OffprintCiting, offprint_citing, G_TYPE_OBJECT)

enum
{
  PROP_WORK = 1,
  PROP_SETTINGS,
  PROP_CATALOG,
  PROP_CITATION,
  PROP_IN_TEXT,
  PROP_STYLE_TITLE,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
take_text (OffprintCiting    *self,
           OffprintRichText **where,
           OffprintRichText  *text,
           GParamSpec        *pspec)
{
  gboolean same = *where == text ||
                  (*where != NULL && text != NULL && offprint_rich_text_equal (*where, text));

  if (same)
    {
      g_clear_pointer (&text, offprint_rich_text_unref);
      return;
    }
  g_clear_pointer (where, offprint_rich_text_unref);
  *where = text;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_error (OffprintCiting *self,
           const char     *message)
{
  if (g_set_str (&self->error, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_style_title (OffprintCiting *self,
                 const char     *title)
{
  if (g_set_str (&self->style_title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE_TITLE]);
}

/* @is_other: the work is not what it was, if it is the same */
static void
update_previews (OffprintCiting *self,
                 gboolean        is_other)
{
  g_autofree char *locale = self->settings != NULL ? g_settings_get_string (self->settings, "citation-locale") : NULL;

  if (self->previews == NULL)
    return;

  if (is_other)
    offprint_style_previews_set_work (self->previews, NULL, NULL);
  offprint_style_previews_set_work (self->previews, self->work, locale != NULL && *locale != '\0' ? locale : NULL);
}

static void
cite (OffprintCiting *self)
{
  OffprintRichText *citation = NULL;
  OffprintRichText *in_text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->citer != NULL && self->work != NULL && !offprint_work_is_empty (self->work))
    {
      citation = offprint_citer_cite (self->citer, self->work, OFFPRINT_CITE_BIBLIOGRAPHY, &error);
      if (citation != NULL)
        in_text = offprint_citer_cite (self->citer, self->work, OFFPRINT_CITE_IN_TEXT, &error);
      if (error != NULL)
        set_error (self, error->message);
    }
  take_text (self, &self->citation, citation, properties[PROP_CITATION]);
  take_text (self, &self->in_text, in_text, properties[PROP_IN_TEXT]);
}

static void
compiled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OffprintCiting) self = user_data;
  g_autoptr (OffprintCiter) citer = NULL;
  g_autoptr (GError) error = NULL;

  citer = offprint_citer_new_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->compiling);
  if (citer == NULL)
    {
      /* what was shown stays: it says in which style it is */
      set_error (self, error->message);
      return;
    }
  set_error (self, NULL);
  g_clear_pointer (&self->citer, offprint_citer_unref);
  self->citer = g_steal_pointer (&citer);
  set_style_title (self, offprint_citer_get_style_title (self->citer));
  cite (self);
}

static void
work_changed_cb (OffprintCiting *self)
{
  update_previews (self, TRUE);
  cite (self);
}

static void
compile (OffprintCiting *self)
{
  g_autofree char *style = NULL;
  g_autofree char *locale = NULL;

  if (self->compiling != NULL)
    g_cancellable_cancel (self->compiling);
  g_clear_object (&self->compiling);
  update_previews (self, FALSE);
  if (self->catalog == NULL)
    return;

  if (self->settings != NULL)
    {
      style = g_settings_get_string (self->settings, "citation-style");
      locale = g_settings_get_string (self->settings, "citation-locale");
    }
  self->compiling = g_cancellable_new ();
  offprint_citer_new_async (self->catalog,
                            style != NULL && *style != '\0' ? style : OFFPRINT_BUILTIN_STYLE,
                            locale != NULL && *locale != '\0' ? locale : NULL,
                            self->compiling, compiled_cb, g_object_ref (self));
}

static void
set_settings (OffprintCiting *self,
              GSettings      *settings)
{
  if (self->settings == settings)
    return;

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_func (self->settings, compile, self);
  g_set_object (&self->settings, settings);
  if (settings != NULL)
    {
      g_signal_connect_object (settings, "changed::citation-style", G_CALLBACK (compile), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::citation-locale", G_CALLBACK (compile), self, G_CONNECT_SWAPPED);
    }
  compile (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTINGS]);
}

static void
set_catalog (OffprintCiting       *self,
             OffprintStyleCatalog *catalog)
{
  if (!g_set_object (&self->catalog, catalog))
    return;

  g_clear_object (&self->previews);
  compile (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOG]);
}

static void
offprint_citing_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  OffprintCiting *self = OFFPRINT_CITING (object);

  switch (prop_id)
    {
    case PROP_WORK:
      g_value_set_object (value, self->work);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    case PROP_CATALOG:
      g_value_set_object (value, self->catalog);
      break;
    case PROP_CITATION:
      g_value_set_boxed (value, self->citation);
      break;
    case PROP_IN_TEXT:
      g_value_set_boxed (value, self->in_text);
      break;
    case PROP_STYLE_TITLE:
      g_value_set_string (value, self->style_title);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_citing_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  OffprintCiting *self = OFFPRINT_CITING (object);

  switch (prop_id)
    {
    case PROP_WORK:
      offprint_citing_set_work (self, g_value_get_object (value));
      break;
    case PROP_SETTINGS:
      set_settings (self, g_value_get_object (value));
      break;
    case PROP_CATALOG:
      set_catalog (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
offprint_citing_dispose (GObject *object)
{
  OffprintCiting *self = OFFPRINT_CITING (object);

  g_clear_object (&self->work);
  g_clear_object (&self->settings);
  g_clear_object (&self->previews);
  g_clear_object (&self->catalog);
  g_clear_object (&self->compiling);

  G_OBJECT_CLASS (offprint_citing_parent_class)->dispose (object);
}

static void
offprint_citing_finalize (GObject *object)
{
  OffprintCiting *self = OFFPRINT_CITING (object);

  g_clear_pointer (&self->citer, offprint_citer_unref);
  g_clear_pointer (&self->citation, offprint_rich_text_unref);
  g_clear_pointer (&self->in_text, offprint_rich_text_unref);
  g_clear_pointer (&self->style_title, g_free);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (offprint_citing_parent_class)->finalize (object);
}

static void
offprint_citing_class_init (OffprintCitingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags given = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags found = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = offprint_citing_get_property;
  object_class->set_property = offprint_citing_set_property;
  object_class->dispose = offprint_citing_dispose;
  object_class->finalize = offprint_citing_finalize;

  /**
   * OffprintCiting:work:
   *
   * The work that is cited.
   */
  properties[PROP_WORK] = g_param_spec_object ("work", NULL, NULL, OFFPRINT_TYPE_WORK, given);

  /**
   * OffprintCiting:settings:
   *
   * Where style and language stand.
   */
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, given);

  /**
   * OffprintCiting:catalog:
   *
   * The styles that are installed.
   */
  properties[PROP_CATALOG] = g_param_spec_object ("catalog", NULL, NULL, OFFPRINT_TYPE_STYLE_CATALOG, given);

  /**
   * OffprintCiting:citation:
   *
   * The work's entry as a bibliography has it.
   */
  properties[PROP_CITATION] = g_param_spec_boxed ("citation", NULL, NULL, OFFPRINT_TYPE_RICH_TEXT, found);

  /**
   * OffprintCiting:in-text:
   *
   * The citation as it stands in a text.
   */
  properties[PROP_IN_TEXT] = g_param_spec_boxed ("in-text", NULL, NULL, OFFPRINT_TYPE_RICH_TEXT, found);

  /**
   * OffprintCiting:style-title:
   *
   * What the style of the citation is called.
   */
  properties[PROP_STYLE_TITLE] = g_param_spec_string ("style-title", NULL, NULL, NULL, found);

  /**
   * OffprintCiting:error:
   *
   * Why the chosen style could not be used.
   */
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, found);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
offprint_citing_init (OffprintCiting *self)
{
}

/**
 * offprint_citing_new:
 *
 * Makes an object that cites nothing yet.
 *
 * Returns: (transfer full): the object
 */
OffprintCiting *
offprint_citing_new (void)
{
  return g_object_new (OFFPRINT_TYPE_CITING, NULL);
}

/**
 * offprint_citing_get_work:
 * @self: a citing
 *
 * The work that is cited.
 *
 * Returns: (transfer none) (nullable): the work
 */
OffprintWork *
offprint_citing_get_work (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  return self->work;
}

/**
 * offprint_citing_get_settings:
 * @self: a citing
 *
 * Where style and language stand.
 *
 * Returns: (transfer none) (nullable): the settings
 */
GSettings *
offprint_citing_get_settings (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  return self->settings;
}

/**
 * offprint_citing_get_catalog:
 * @self: a citing
 *
 * The styles that are installed.
 *
 * Returns: (transfer none) (nullable): the catalog
 */
OffprintStyleCatalog *
offprint_citing_get_catalog (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  return self->catalog;
}

/**
 * offprint_citing_get_citation:
 * @self: a citing
 *
 * The work's entry as a bibliography has it.
 *
 * Returns: (transfer none) (nullable): the citation, or `NULL` until there is one
 */
OffprintRichText *
offprint_citing_get_citation (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  return self->citation;
}

/**
 * offprint_citing_get_in_text:
 * @self: a citing
 *
 * The citation as it stands in a text.
 *
 * Returns: (transfer none) (nullable): the citation, or `NULL` until there is one
 */
OffprintRichText *
offprint_citing_get_in_text (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  return self->in_text;
}

/**
 * offprint_citing_get_style_title:
 * @self: a citing
 *
 * What the style of the citation is called.
 *
 * Returns: (nullable): the title, or `NULL` until a style is compiled
 */
const char *
offprint_citing_get_style_title (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  return self->style_title;
}

/**
 * offprint_citing_get_error:
 * @self: a citing
 *
 * Why the chosen style could not be used.
 *
 * Returns: (nullable): a sentence, or `NULL` if it can
 */
const char *
offprint_citing_get_error (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  return self->error;
}

/**
 * offprint_citing_get_citer:
 * @self: a citing
 *
 * Returns: (transfer none) (nullable): the style and language that cite, or `NULL` until
 *   a style is compiled
 */
OffprintCiter *
offprint_citing_get_citer (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  return self->citer;
}

/**
 * offprint_citing_get_previews:
 * @self: a citing
 *
 * The work in styles that may be chosen. They follow the work and the language.
 *
 * Returns: (transfer none) (nullable): the previews, or `NULL` without a catalog
 */
OffprintStylePreviews *
offprint_citing_get_previews (OffprintCiting *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  if (self->previews == NULL && self->catalog != NULL)
    {
      self->previews = offprint_style_previews_new (self->catalog);
      update_previews (self, FALSE);
    }
  return self->previews;
}

/**
 * offprint_citing_dup_form:
 * @self: a citing
 * @form: what is added to the citation
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR` or `CSL_ERROR`
 *
 * The in-text citation with a locator, words around it, or without the author.
 *
 * Returns: (transfer full) (nullable): the citation; `NULL`, perhaps without @error, if
 *   there is none yet
 */
OffprintRichText *
offprint_citing_dup_form (OffprintCiting          *self,
                          const OffprintCiteForm  *form,
                          GError                 **error)
{
  g_autoptr (CslItem) item = NULL;

  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);
  g_return_val_if_fail (form != NULL, NULL);

  if (self->citer == NULL || self->work == NULL || offprint_work_is_empty (self->work))
    return NULL;

  item = offprint_citer_item_new (self->work, error);
  return item != NULL ? offprint_citer_cite_form (self->citer, item, form, error) : NULL;
}

/**
 * offprint_citing_dup_form_flavours:
 * @self: a citing
 * @form: what is added to the citation
 *
 * What is copied of the in-text citation with what @form adds.
 *
 * Returns: (transfer full) (nullable) (element-type OffprintFlavour): the flavours, or
 *   `NULL` if there is no citation
 */
GPtrArray *
offprint_citing_dup_form_flavours (OffprintCiting         *self,
                                   const OffprintCiteForm *form)
{
  g_autoptr (OffprintRichText) text = offprint_citing_dup_form (self, form, NULL);

  return text != NULL ? offprint_flavours_new_for_citation (text, self->work, FALSE) : NULL;
}

/**
 * offprint_citing_dup_flavours:
 * @self: a citing
 * @mode: which of the two citations
 *
 * What is copied: the citation that is shown, in every flavour.
 *
 * Returns: (transfer full) (nullable) (element-type OffprintFlavour): the flavours,
 *   or `NULL` if there is no citation yet
 */
GPtrArray *
offprint_citing_dup_flavours (OffprintCiting   *self,
                              OffprintCiteMode  mode)
{
  OffprintRichText *text;
  gboolean hangs;

  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  text = mode == OFFPRINT_CITE_IN_TEXT ? self->in_text : self->citation;
  if (text == NULL || self->work == NULL || self->citer == NULL)
    return NULL;

  hangs = mode == OFFPRINT_CITE_BIBLIOGRAPHY && offprint_citer_has_hanging_indent (self->citer);
  return offprint_flavours_new_for_citation (text, self->work, hangs);
}

/**
 * offprint_citing_set_work:
 * @self: a citing
 * @work: (nullable): the work to cite
 *
 * Cites another work, and again whenever it changes.
 */
void
offprint_citing_set_work (OffprintCiting *self,
                          OffprintWork   *work)
{
  g_return_if_fail (OFFPRINT_IS_CITING (self));
  g_return_if_fail (work == NULL || OFFPRINT_IS_WORK (work));

  if (self->work == work)
    return;

  if (self->work != NULL)
    g_signal_handlers_disconnect_by_func (self->work, work_changed_cb, self);
  g_set_object (&self->work, work);
  if (work != NULL)
    g_signal_connect_object (work, "changed", G_CALLBACK (work_changed_cb), self, G_CONNECT_SWAPPED);
  work_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORK]);
}
