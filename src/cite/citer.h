/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works, a style and a language to citations as rich text.
 */

#pragma once

#include "styles.h"
#include "work.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_CITE_BIBLIOGRAPHY, /* the entry; a style without a bibliography gives its citation */
  OFFPRINT_CITE_IN_TEXT,
} OffprintCiteMode;

/* How the author stands in a citation in the text */
typedef enum
{
  OFFPRINT_CITE_AUTHOR_AS_USUAL, /* as the style has it */
  OFFPRINT_CITE_AUTHOR_OMITTED,  /* for who has named them in the sentence */
  OFFPRINT_CITE_AUTHOR_IN_TEXT,  /* before the citation, outside its brackets */
  OFFPRINT_CITE_AUTHOR_ALONE,    /* and nothing else */
} OffprintCiteAuthor;

/* A citation in the text and what a person adds to it; zeroed: nothing */
typedef struct
{
  /* Owned by whoever made it; nullable */
  char *locator; /* "12–15" */
  char *label;   /* of offprint_citer_get_locator_labels(): "page", as NULL */
  char *prefix;  /* "see" */
  char *suffix;  /* "for an overview" */

  OffprintCiteAuthor author;
} OffprintCiteForm;

/* A style in a language, compiled and ready; immutable; may be shared between threads. */
typedef struct _OffprintCiter OffprintCiter;

#define OFFPRINT_TYPE_CITER (offprint_citer_get_type ())
GType offprint_citer_get_type (void) G_GNUC_CONST;
/* @style: a name of the catalog, or the path of a .csl file; @locale: NULL for the style's own, else the user's */
OffprintCiter *offprint_citer_new (OffprintStyleCatalog  *catalog,
                                   const char            *style,
                                   const char            *locale,
                                   GError               **error) G_GNUC_WARN_UNUSED_RESULT;
/* compiles on a thread */
void              offprint_citer_new_async          (OffprintStyleCatalog  *catalog,
                                                     const char            *style,
                                                     const char            *locale,
                                                     GCancellable          *cancellable,
                                                     GAsyncReadyCallback    callback,
                                                     gpointer               user_data);
OffprintCiter    *offprint_citer_new_finish         (GAsyncResult          *result,
                                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
OffprintCiter    *offprint_citer_ref                (OffprintCiter         *self);
void              offprint_citer_unref              (OffprintCiter         *self);
const char       *offprint_citer_get_style_name     (OffprintCiter         *self);
const char       *offprint_citer_get_style_title    (OffprintCiter         *self);
gboolean          offprint_citer_has_hanging_indent (OffprintCiter         *self);
CslStyle         *offprint_citer_get_style          (OffprintCiter         *self);
CslLocale        *offprint_citer_get_locale         (OffprintCiter         *self);
OffprintRichText *offprint_citer_cite               (OffprintCiter         *self,
                                                     OffprintWork          *work,
                                                     OffprintCiteMode       mode,
                                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* A work as a citer reads it: made once, cited in many styles, in any thread */
CslItem          *offprint_citer_item_new  (OffprintWork            *work,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
OffprintRichText *offprint_citer_cite_item (OffprintCiter           *self,
                                            CslItem                 *item,
                                            OffprintCiteMode         mode,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
OffprintRichText *offprint_citer_cite_form (OffprintCiter           *self,
                                            CslItem                 *item,
                                            const OffprintCiteForm  *form,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* what locators can be of, page first: (transfer none) (array zero-terminated=1) */
const char *const *offprint_citer_get_locator_labels (void);
/* (transfer full): what people call it in the citer's language: "Chapter" */
char *offprint_citer_dup_locator_name (OffprintCiter *self,
                                       const char    *label);

void     offprint_cite_form_clear    (OffprintCiteForm       *form);
void     offprint_cite_form_copy     (OffprintCiteForm       *form,
                                      const OffprintCiteForm *other);
gboolean offprint_cite_form_is_plain (const OffprintCiteForm *form);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OffprintCiteForm, offprint_cite_form_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintCiter, offprint_citer_unref)

G_END_DECLS
