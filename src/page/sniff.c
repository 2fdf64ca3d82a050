/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of files lie and are often missing, so the bytes say what they are: MIME Sniffing
 * Standard, “Identifying a resource with an unknown MIME type”, and the beginnings of the
 * citation files that are no page.
 */

#include "config.h"

#include "sniff.h"

#include <string.h>

#define HEAD_BYTES 4096

/* After white space and comments */
static const char *const html_tags[] = {
  "<!doctype html", "<html", "<head", "<title", "<meta", "<body", "<script", "<link", "<style", "<base", "<div", "<h1", "<p", "<a", "<table",
  "<article", "<main", "<section", "<iframe", "<font", "<b", "<br", "<span", "<center", "<noscript", "<header"
};

static const char *const archive_headers[] = { "mime-version:", "from: <saved by", "snapshot-content-location:", "content-type: multipart/related" };

static const char *const citation_starts[] = { "TY  -", "%0 ", "@", "PMID- ", "FN ", "Provider:" };

/* The beginning as ASCII, in small: UTF-16 without its zeros */
static char *
dup_head (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *head = g_string_sized_new (HEAD_BYTES + 1);

  for (gsize i = 0; i < length && i < HEAD_BYTES; i++)
    if (data[i] != '\0' && !(i < 3 && (guchar) data[i] >= 0x80))
      g_string_append_c (head, data[i]);
  return g_string_free (head, FALSE);
}

static const char *
skip_comments (const char *p)
{
  p += strspn (p, " \t\r\n\f");
  while (g_str_has_prefix (p, "<!--"))
    {
      const char *end = strstr (p, "-->");

      if (end == NULL)
        return p;
      p = end + 3;
      p += strspn (p, " \t\r\n\f");
    }
  return p;
}

static gboolean
starts_with_tag (const char *p)
{
  for (gsize i = 0; i < G_N_ELEMENTS (html_tags); i++)
    {
      gsize length = strlen (html_tags[i]);

      if (g_ascii_strncasecmp (p, html_tags[i], length) == 0 && (p[length] == '\0' || strchr (" \t\r\n\f>/", p[length]) != NULL))
        return TRUE;
    }
  return g_str_has_prefix (p, "<!--");
}

static gboolean
is_html (const char *head)
{
  const char *p = skip_comments (head);

  if (starts_with_tag (p))
    return TRUE;
  /* XHTML: behind the declaration */
  return g_str_has_prefix (p, "<") && (strcasestr (p, "<html") != NULL || strcasestr (p, "<!doctype html") != NULL);
}

static gboolean
is_archive (const char *head)
{
  const char *p = head + strspn (head, " \t\r\n");

  for (gsize i = 0; i < G_N_ELEMENTS (archive_headers); i++)
    if (g_ascii_strncasecmp (p, archive_headers[i], strlen (archive_headers[i])) == 0)
      return TRUE;
  /* any header may stand first */
  return g_regex_match_simple ("^[A-Za-z-]{2,40}: ", p, 0, 0) && strcasestr (p, "\nmime-version:") != NULL && strcasestr (p, "multipart/related") != NULL;
}

static gboolean
is_citation_file (const char *head)
{
  const char *p = head + strspn (head, " \t\r\n");

  if (*p == '{' || *p == '[' || *p == '<')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (citation_starts); i++)
    if (g_str_has_prefix (p, citation_starts[i]))
      return TRUE;
  return FALSE;
}

/* Text has no control characters but those of white space */
static gboolean
is_text (GBytes *bytes)
{
  gsize length = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);
  gsize n_zeros = 0;

  for (gsize i = 0; i < length && i < HEAD_BYTES; i++)
    {
      if (data[i] == '\0')
        n_zeros++;
      else if (data[i] < ' ' && strchr ("\t\r\n\f\033", data[i]) == NULL)
        return FALSE;
    }
  return length > 0 && n_zeros * 2 <= MIN (length, HEAD_BYTES) && (n_zeros == 0 || n_zeros * 3 > MIN (length, HEAD_BYTES));
}

/**
 * offprint_sniff:
 * @bytes: a file
 *
 * Returns: what it is
 */
OffprintSniff
offprint_sniff (GBytes *bytes)
{
  g_autofree char *head = dup_head (bytes);

  if (is_archive (head))
    return OFFPRINT_SNIFF_ARCHIVE;
  if (is_html (head))
    return OFFPRINT_SNIFF_HTML;
  if (is_citation_file (head) || !is_text (bytes))
    return OFFPRINT_SNIFF_OTHER;
  return OFFPRINT_SNIFF_TEXT;
}
