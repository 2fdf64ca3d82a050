/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A source that was good may turn bad: a site shows “Access denied” where the title stood,
 * and everything else as before or not at all. What such a reading says is believed only
 * where nobody else says anything.
 */

#include "config.h"

#include "reading-private.h"

#include <string.h>

#include "json-value.h"
#include "merge.h"

/* Whole titles, folded: what servers and their guards write where a title belongs. Works do
 * have such titles, seldom, and then all their sources have them. */
static const char *const titles[] = {
  "accessdenied", "accesstothispagehasbeendenied", "attentionrequired", "justamoment", "forbidden", "403forbidden", "error403", "403error",
  "unauthorized", "401unauthorized", "404notfound", "error404", "notfound", "pagenotfound", "error", "errorpage", "servererror", "internalservererror",
  "500internalservererror", "502badgateway", "badgateway", "503serviceunavailable", "serviceunavailable", "gatewaytimeout", "429toomanyrequests",
  "toomanyrequests", "requestrejected", "requestblocked", "blocked", "youhavebeenblocked", "pardonourinterruption", "robotcheck", "areyouarobot",
  "verifyyouarehuman", "securitycheck", "checkingyourbrowser", "pleasewait", "loading", "redirecting", "cookiesrequired", "cookienotsupported",
  "beforeyoucontinue", "login", "signin", "logon", "signon", "institutionallogin", "untitled", "untitleddocument", "undefined", "null", "none", "na", NULL
};

/* “Access denied | Tidewater Press” */
static gsize
find_end (const char *title)
{
  static const char *const joints[] = { " | ", " - ", " – ", " — ", " :: " };
  gsize end = strlen (title);

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *joint = strstr (title, joints[i]);

      if (joint != NULL)
        end = MIN (end, (gsize) (joint - title));
    }
  return end;
}

/**
 * offprint_reading_is_suspicious:
 * @self: a reading
 *
 * Whether what it calls the work’s title is what a server says that does not show it.
 *
 * Returns: `TRUE` if it is to be believed only where nobody else says anything
 */
gboolean
offprint_reading_is_suspicious (OffprintReading *self)
{
  const char *title = NULL;
  g_autofree char *start = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (OFFPRINT_IS_READING (self), FALSE);

  title = offprint_json_get_string (offprint_reading_get_record (self), "title");
  if (title == NULL || g_str_equal (offprint_reading_get_source (self), "you"))
    return FALSE;
  start = g_strndup (title, find_end (title));
  folded = offprint_fold (start);
  return g_strv_contains (titles, folded);
}
