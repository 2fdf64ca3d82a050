/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error itself names the thing and the place; what is added here is the kind of
 * trouble in a few words and the way out of it. Nobody else in the room asks what
 * an error’s code is.
 */

#include "config.h"

#include "failure.h"

#include "model-error.h"
#include "registry-error.h"
#include "ledger.h"
#include "page.h"

#include <glib/gi18n-lib.h>

#define MAX_LEDGER_LINES 5

static OffprintFailure
describe_registry (OffprintRegistryError code)
{
  switch (code)
    {
    case OFFPRINT_REGISTRY_ERROR_OFFLINE:
      return (OffprintFailure) { "network-offline-symbolic", _("Offline"),
                                 _("Works in the library can be read as ever. To look this one up, go online and try again."),
                                 "win.go-online", _("Go Online"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_UNREACHABLE:
      return (OffprintFailure) { "network-error-symbolic", _("No Connection"),
                                 _("Works in the library can be read as ever."),
                                 NULL, NULL, TRUE };
    case OFFPRINT_REGISTRY_ERROR_TIMED_OUT:
      return (OffprintFailure) { "network-error-symbolic", _("No Answer in Time"),
                                 _("The service is slow at the moment. Try again, or look in a browser."),
                                 "win.open-in-browser", _("Open in Browser"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_NOT_FOUND:
      return (OffprintFailure) { "edit-find-symbolic", _("Not Found"),
                                 _("What came out only lately may not be registered yet."),
                                 "win.focus-address", _("Correct the Address"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_REFUSED:
      return (OffprintFailure) { "changes-prevent-symbolic", _("Access Refused"),
                                 _("The service does not answer us. The work may still be open to you in a browser."),
                                 "win.open-in-browser", _("Open in Browser"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_RATE_LIMITED:
      return (OffprintFailure) { "alarm-symbolic", _("Asked to Wait"),
                                 _("Meanwhile the work can be looked at in a browser."),
                                 "win.open-in-browser", _("Open in Browser"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_SERVER:
      return (OffprintFailure) { "network-error-symbolic", _("The Service Is in Trouble"),
                                 _("The fault is not on your side. Try again later, or look in a browser."),
                                 "win.open-in-browser", _("Open in Browser"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_REDIRECTS:
      return (OffprintFailure) { "network-error-symbolic", _("Sent in Circles"),
                                 _("The service points from one address to the next without an answer. Look in a browser, or try again later."),
                                 "win.open-in-browser", _("Open in Browser"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_TOO_LARGE:
      return (OffprintFailure) { "dialog-warning-symbolic", _("Answer Too Large"),
                                 _("The rest of it was not fetched, and nothing was kept. Look in a browser instead."),
                                 "win.open-in-browser", _("Open in Browser"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER:
      return (OffprintFailure) { "dialog-warning-symbolic", _("Unreadable Answer"),
                                 _("What came is not a record, and nothing of it was kept. Try again, or look in a browser."),
                                 "win.open-in-browser", _("Open in Browser"), TRUE };
    case OFFPRINT_REGISTRY_ERROR_NO_SERVICE:
      return (OffprintFailure) { "dialog-information-symbolic", _("No Record to Be Had"),
                                 _("The agency behind this identifier offers no records. The work itself may be found in a browser."),
                                 "win.open-in-browser", _("Open in Browser"), FALSE };
    }
  return (OffprintFailure) { "dialog-warning-symbolic", _("Something Went Wrong"), _("Try again."), NULL, NULL, TRUE };
}

static OffprintFailure
describe_model (OffprintModelError code)
{
  switch (code)
    {
    case OFFPRINT_MODEL_ERROR_NOT_FOUND:
      return (OffprintFailure) { "edit-find-symbolic", _("Nothing Found"),
                                 _("Try other or fewer words, or the DOI."),
                                 "win.focus-address", _("Change the Words"), TRUE };
    case OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID:
      return (OffprintFailure) { "edit-find-symbolic", _("Not a Work"),
                                 _("Enter a DOI, an ISBN, an arXiv or PubMed number, or words of a title."),
                                 "win.focus-address", _("Correct the Address"), FALSE };
    case OFFPRINT_MODEL_ERROR_RECORD_INVALID:
      return (OffprintFailure) { "dialog-warning-symbolic", _("Unreadable Record"),
                                 _("Nothing of it was kept. Open another file, or look the work up by its DOI."),
                                 "win.focus-address", _("Look Up a DOI"), TRUE };
    case OFFPRINT_MODEL_ERROR_RECORD_NEWER:
      return (OffprintFailure) { "dialog-warning-symbolic", _("Written by a Newer Offprint"),
                                 _("Nothing of it was changed. Update Offprint to read it."),
                                 NULL, NULL, FALSE };
    case OFFPRINT_MODEL_ERROR_NOT_STORED:
      return (OffprintFailure) { "dialog-warning-symbolic", _("Not Kept"),
                                 _("Make room on the disk or check its permissions, then look the work up again."),
                                 NULL, NULL, TRUE };
    }
  return (OffprintFailure) { "dialog-warning-symbolic", _("Something Went Wrong"), _("Try again."), NULL, NULL, TRUE };
}

static OffprintFailure
describe_page (OffprintPageError code)
{
  switch (code)
    {
    case OFFPRINT_PAGE_ERROR_NO_WORK:
      return (OffprintFailure) { "edit-find-symbolic", _("No Work on This Page"),
                                 _("Open the page of the work itself, or look the work up by its DOI."),
                                 "win.open-file", _("Open Another File…"), TRUE };
    case OFFPRINT_PAGE_ERROR_PART:
      return (OffprintFailure) { "edit-find-symbolic", _("Only a Part of a Work"),
                                 _("Open the page of the whole work, or look the work up by its DOI."),
                                 "win.open-file", _("Open Another File…"), TRUE };
    case OFFPRINT_PAGE_ERROR_REFUSED:
      return (OffprintFailure) { "changes-prevent-symbolic", _("Not the Page Itself"),
                                 _("The publisher’s site showed something else when the page was saved. Open it in a browser and save it again."),
                                 "win.open-file", _("Open Another File…"), TRUE };
    case OFFPRINT_PAGE_ERROR_TOO_LARGE:
    case OFFPRINT_PAGE_ERROR_BROKEN:
      break;
    }
  return (OffprintFailure) { "dialog-warning-symbolic", _("Unreadable Page"),
                             _("Nothing of it was kept or changed. Save the page again, or look the work up by its DOI."),
                             "win.open-file", _("Open Another File…"), TRUE };
}

static OffprintFailure
describe_file (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return (OffprintFailure) { "edit-find-symbolic", _("No Such File"),
                               _("It may have been moved or renamed. Open it from where it is now."),
                               "win.open-file", _("Open Another File…"), TRUE };
  if (g_error_matches (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND))
    return (OffprintFailure) { "edit-find-symbolic", _("Nothing in This File"),
                               _("Open another file, or look a work up by its DOI."),
                               "win.open-file", _("Open Another File…"), TRUE };
  return (OffprintFailure) { "dialog-warning-symbolic", _("Unreadable File"),
                             _("Nothing of it was kept or changed. Open another file, or look the work up by its DOI."),
                             "win.open-file", _("Open Another File…"), TRUE };
}

/**
 * offprint_failure_describe:
 * @error: what went wrong
 * @is_of_file: whether a file was read, not a service asked
 *
 * Finds the words for the kind of trouble that @error is.
 *
 * Returns: heading, advice and way out; the strings live as long as the program
 */
OffprintFailure
offprint_failure_describe (const GError *error,
                           gboolean      is_of_file)
{
  OffprintFailure other = { "dialog-warning-symbolic", _("Something Went Wrong"),
                            _("Nothing was changed. Try again, or open something else."), NULL, NULL, TRUE };

  g_return_val_if_fail (error != NULL, other);

  if (error->domain == OFFPRINT_PAGE_ERROR)
    return describe_page (error->code);
  if (is_of_file)
    return describe_file (error);
  if (error->domain == OFFPRINT_REGISTRY_ERROR)
    return describe_registry (error->code);
  if (error->domain == OFFPRINT_MODEL_ERROR)
    return describe_model (error->code);
  return other;
}

/**
 * offprint_failure_dup_sentence:
 * @error: what went wrong
 *
 * Messages have no full stop, so that they can stand anywhere; here they stand
 * before another sentence.
 *
 * Returns: (transfer full): the message as a sentence
 */
char *
offprint_failure_dup_sentence (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  /* Translators: makes a sentence of a message without its full stop */
  return g_strdup_printf (_("%s."), error->message);
}

static void
append_ledger (GString    *text,
               GListModel *ledger)
{
  guint n = MIN (g_list_model_get_n_items (ledger), MAX_LEDGER_LINES);

  if (n > 0)
    g_string_append_printf (text, "\n\n%s", _("Asked last:"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OffprintLedgerEntry) entry = g_list_model_get_item (ledger, i);
      g_autofree char *at = g_date_time_format (offprint_ledger_entry_get_at (entry), "%X");

      g_string_append_printf (text, "\n%s  %s  %s  %s", at, offprint_ledger_entry_get_host (entry),
                              offprint_ledger_entry_get_outcome (entry), offprint_ledger_entry_get_purpose (entry));
    }
}

/**
 * offprint_failure_dup_details:
 * @error: what went wrong
 * @address: what was asked for
 * @ledger: (nullable): of #OffprintLedgerEntry, newest first
 *
 * Returns: (transfer full): plain text for a report
 */
char *
offprint_failure_dup_details (const GError *error,
                              const char   *address,
                              GListModel   *ledger)
{
  GString *text;

  g_return_val_if_fail (error != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%s\n", error->message);
  if (address != NULL && *address != '\0')
    g_string_append_printf (text, "%s\n", address);
  g_string_append_printf (text, "%s %d · Offprint %s", g_quark_to_string (error->domain), error->code, PACKAGE_VERSION);
  if (ledger != NULL)
    append_ledger (text, ledger);
  return g_string_free_and_steal (text);
}
