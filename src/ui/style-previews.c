/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a work looks in styles that nobody has chosen yet. Only rows on the screen are
 * asked for: one style after another is compiled and cites on a thread, and what has
 * scrolled away before its turn is never begun. What was made is kept until the
 * work or the language changes.
 */

#include "config.h"

#include "style-previews.h"

#include "citer.h"
#include "write.h"

#include <string.h>

/* Some half a kilobyte each; who scrolls through more begins anew */
#define MAX_KEPT 4000

/* A preview shows two lines */
#define MAX_SHOWN_BYTES 2000

struct _OffprintStylePreviews
{
  GObject parent_instance;

  /* Owned */
  OffprintStyleCatalog *catalog;
  OffprintWork *work;
  char *locale;
  CslItem *item;         /* of work; NULL until the first is wanted */
  GHashTable *made;      /* name → OffprintStylePreview */
  GPtrArray *wanted;     /* names */
  GCancellable *working; /* while a thread is at one */
};

G_DEFINE_FINAL_TYPE (OffprintStylePreviews, offprint_style_previews, G_TYPE_OBJECT)

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void work_on (OffprintStylePreviews *self);

static void
preview_free (OffprintStylePreview *preview)
{
  g_free (preview->markup);
  g_free (preview->plain);
  g_free (preview);
}

typedef struct
{
  /* Owned */
  char *style;
  char *locale;
  CslItem *item;
} Job;

static void
job_free (Job *job)
{
  g_free (job->style);
  g_free (job->locale);
  csl_item_unref (job->item);
  g_free (job);
}

/* A text too long to be shown keeps its beginning, not its mark-up */
static OffprintStylePreview *
preview_new (OffprintRichText *text)
{
  OffprintStylePreview *preview = g_new0 (OffprintStylePreview, 1);

  preview->plain = g_strchomp (offprint_rich_text_to_plain (text));
  if (strlen (preview->plain) <= MAX_SHOWN_BYTES)
    preview->markup = g_strchomp (offprint_rich_text_to_pango (text, OFFPRINT_WRITE_NO_LINKS));
  else
    {
      g_autofree char *start = g_utf8_make_valid (preview->plain, MAX_SHOWN_BYTES);

      preview->markup = g_markup_escape_text (start, -1);
    }
  return preview;
}

static void
cite_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  OffprintStylePreviews *self = source;
  Job *job = task_data;
  OffprintStylePreview *preview = NULL;
  g_autoptr (OffprintCiter) citer = NULL;
  g_autoptr (OffprintRichText) text = NULL;
  g_autoptr (GError) error = NULL;

  /* the catalog is there as long as the task; its folders never change */
  citer = offprint_citer_new (self->catalog, job->style, job->locale, &error);
  if (citer != NULL)
    text = offprint_citer_cite_item (citer, job->item, OFFPRINT_CITE_BIBLIOGRAPHY, &error);
  if (text != NULL)
    preview = preview_new (text);
  else
    {
      preview = g_new0 (OffprintStylePreview, 1);
      preview->plain = g_strdup (error->message);
    }
  g_task_return_pointer (task, preview, (GDestroyNotify) preview_free);
}

static void
cited_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  OffprintStylePreviews *self = OFFPRINT_STYLE_PREVIEWS (source);
  OffprintStylePreview *preview = g_task_propagate_pointer (G_TASK (result), NULL);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (preview == NULL) /* cancelled: of another work */
    return;

  g_clear_object (&self->working);
  if (g_hash_table_size (self->made) >= MAX_KEPT)
    g_hash_table_remove_all (self->made);
  g_hash_table_insert (self->made, g_strdup (job->style), preview);
  g_signal_emit (self, signals[READY], 0, job->style);
  work_on (self);
}

static Job *
job_new (OffprintStylePreviews *self,
         const char            *style)
{
  Job *job = g_new0 (Job, 1);

  job->style = g_strdup (style);
  job->locale = g_strdup (self->locale);
  job->item = csl_item_ref (self->item);
  return job;
}

static void
work_on (OffprintStylePreviews *self)
{
  if (self->working != NULL || self->work == NULL || offprint_work_is_empty (self->work))
    return;
  if (self->item == NULL)
    self->item = offprint_citer_item_new (self->work, NULL);
  if (self->item == NULL)
    return;

  while (self->wanted->len > 0)
    {
      g_autofree char *style = g_ptr_array_steal_index (self->wanted, 0);
      g_autoptr (GTask) task = NULL;

      if (g_hash_table_contains (self->made, style))
        continue;
      self->working = g_cancellable_new ();
      task = g_task_new (self, self->working, cited_cb, NULL);
      g_task_set_source_tag (task, work_on);
      g_task_set_priority (task, G_PRIORITY_LOW);
      g_task_set_task_data (task, job_new (self, style), (GDestroyNotify) job_free);
      g_task_run_in_thread (task, cite_in_thread);
      return;
    }
}

static void
forget (OffprintStylePreviews *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_pointer (&self->item, csl_item_unref);
  g_hash_table_remove_all (self->made);
  g_ptr_array_set_size (self->wanted, 0);
}

static void
offprint_style_previews_dispose (GObject *object)
{
  OffprintStylePreviews *self = OFFPRINT_STYLE_PREVIEWS (object);

  forget (self);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (offprint_style_previews_parent_class)->dispose (object);
}

static void
offprint_style_previews_finalize (GObject *object)
{
  OffprintStylePreviews *self = OFFPRINT_STYLE_PREVIEWS (object);

  g_clear_object (&self->catalog);
  g_hash_table_unref (self->made);
  g_ptr_array_unref (self->wanted);
  g_free (self->locale);

  G_OBJECT_CLASS (offprint_style_previews_parent_class)->finalize (object);
}

static void
offprint_style_previews_class_init (OffprintStylePreviewsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = offprint_style_previews_dispose;
  object_class->finalize = offprint_style_previews_finalize;

  /**
   * OffprintStylePreviews::ready:
   * @self: the previews
   * @style: the name of a style
   *
   * The work has been cited in @style.
   */
  signals[READY] =
    g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
offprint_style_previews_init (OffprintStylePreviews *self)
{
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) preview_free);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
}

/**
 * offprint_style_previews_new:
 * @catalog: the styles that are installed
 *
 * Returns: (transfer full): previews of no work yet
 */
OffprintStylePreviews *
offprint_style_previews_new (OffprintStyleCatalog *catalog)
{
  OffprintStylePreviews *self;

  g_return_val_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog), NULL);

  self = g_object_new (OFFPRINT_TYPE_STYLE_PREVIEWS, NULL);
  self->catalog = g_object_ref (catalog);
  return self;
}

/**
 * offprint_style_previews_set_work:
 * @self: the previews
 * @work: (nullable): what is cited
 * @locale: (nullable): a language, or `NULL` for each style's own
 *
 * Cites another work, or in another language. What changes in a work is told by
 * whoever shows it: set `NULL` first.
 */
void
offprint_style_previews_set_work (OffprintStylePreviews *self,
                                  OffprintWork          *work,
                                  const char            *locale)
{
  gboolean is_other_work;

  g_return_if_fail (OFFPRINT_IS_STYLE_PREVIEWS (self));
  g_return_if_fail (work == NULL || OFFPRINT_IS_WORK (work));

  is_other_work = g_set_object (&self->work, work);
  if (g_set_str (&self->locale, locale) || is_other_work)
    forget (self);
}

/**
 * offprint_style_previews_get:
 * @self: the previews
 * @style: the name of a style
 *
 * Returns: (transfer none) (nullable): the work in @style, or `NULL` until it is cited
 */
const OffprintStylePreview *
offprint_style_previews_get (OffprintStylePreviews *self,
                             const char            *style)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_PREVIEWS (self), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  return g_hash_table_lookup (self->made, style);
}

/**
 * offprint_style_previews_want:
 * @self: the previews
 * @names: (element-type utf8): the styles on the screen, from above
 *
 * Has them made one after another, and no others.
 */
void
offprint_style_previews_want (OffprintStylePreviews *self,
                              GPtrArray             *names)
{
  g_return_if_fail (OFFPRINT_IS_STYLE_PREVIEWS (self));
  g_return_if_fail (names != NULL);

  g_ptr_array_set_size (self->wanted, 0);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (self->wanted, g_strdup (g_ptr_array_index (names, i)));
  work_on (self);
}
