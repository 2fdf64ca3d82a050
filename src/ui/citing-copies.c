/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves the program when a citation is copied: as it is shown, or in the text with a
 * page, words around it, or without the author.
 */

#include "config.h"

#include "citing.h"

#include "flavours.h"

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
  OffprintCiter *citer = NULL;
  OffprintWork *work = NULL;

  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);
  g_return_val_if_fail (form != NULL, NULL);

  citer = offprint_citing_get_citer (self);
  work = offprint_citing_get_work (self);
  if (citer == NULL || work == NULL || offprint_work_is_empty (work))
    return NULL;

  item = offprint_citer_item_new (work, error);
  return item != NULL ? offprint_citer_cite_form (citer, item, form, error) : NULL;
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

  return text != NULL ? offprint_flavours_new_for_citation (text, offprint_citing_get_work (self), FALSE) : NULL;
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
  OffprintCiter *citer = NULL;
  OffprintRichText *text = NULL;
  OffprintWork *work = NULL;
  gboolean hangs = FALSE;

  g_return_val_if_fail (OFFPRINT_IS_CITING (self), NULL);

  citer = offprint_citing_get_citer (self);
  work = offprint_citing_get_work (self);
  text = mode == OFFPRINT_CITE_IN_TEXT ? offprint_citing_get_in_text (self) : offprint_citing_get_citation (self);
  if (text == NULL || work == NULL || citer == NULL)
    return NULL;

  hangs = mode == OFFPRINT_CITE_BIBLIOGRAPHY && offprint_citer_has_hanging_indent (citer);
  return offprint_flavours_new_for_citation (text, work, hangs);
}
