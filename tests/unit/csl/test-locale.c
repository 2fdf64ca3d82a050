/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which locale a term, a date or an option comes from: CSL 1.0.2, “Locale
 * Fallback”, tried with small locales of our own.
 */

#include "config.h"

#include "try-style.h"

#include <string.h>

#define LOCALE(tag, body) "<locale xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" xml:lang=\"" tag "\">" body "</locale>"

static const struct
{
  const char *tag;
  const char *xml;
} files[] = {
  { "en-US", LOCALE ("en-US", "<terms><term name=\"and\">and-us</term><term name=\"in\">in-us</term><term name=\"by\">by-us</term>"
                              "<term name=\"page\"><single>page</single><multiple>pages</multiple></term>"
                              "<term name=\"page\" form=\"short\"><single>p.</single><multiple>pp.</multiple></term>"
                              "<term name=\"editor\" form=\"verb\">edited by</term>"
                              "<term name=\"ordinal\">th</term><term name=\"ordinal-01\">st</term></terms>") },
  { "de-DE", LOCALE ("de-DE", "<terms><term name=\"and\">und</term><term name=\"in\">in-de</term><term name=\"ordinal\">.</term></terms>") },
  { "de-AT", LOCALE ("de-AT", "<terms><term name=\"and\">und-at</term></terms>") },
};

typedef struct
{
  const char *path;
  const char *tag;
  const char *blocks; /* of the style */
  const char *layout;
  const char *expected;
} Case;

#define TERM(name) "<text term=\"" name "\"/>"

static const Case cases[] = {
  { "file/exact", "de-AT", "", TERM ("and"), "und-at" },
  { "file/main dialect", "de-AT", "", TERM ("in"), "in-de" },
  { "file/last resort", "de-AT", "", TERM ("by"), "by-us" },
  { "file/bare language", "de", "", TERM ("and"), "und" },
  { "file/unknown", "gx", "", TERM ("and"), "and-us" },

  { "style/over files", "de-AT", "<locale><terms><term name=\"and\">&amp;</term></terms></locale>", TERM ("and"), "&#38;" },
  { "style/language over general", "de-AT",
    "<locale xml:lang=\"de\"><terms><term name=\"and\">x</term></terms></locale><locale><terms><term name=\"and\">y</term></terms></locale>",
    TERM ("and"), "x" },
  { "style/exact over language", "de-AT",
    "<locale xml:lang=\"de-AT\"><terms><term name=\"and\">z</term></terms></locale>"
    "<locale xml:lang=\"de\"><terms><term name=\"and\">x</term></terms></locale>",
    TERM ("and"), "z" },
  { "style/other language", "de-AT", "<locale xml:lang=\"fr\"><terms><term name=\"and\">et</term></terms></locale>", TERM ("and"), "und-at" },
  { "style/empty ends it", "de-AT", "<locale><terms><term name=\"and\"/></terms></locale>", TERM ("and") "<text value=\"x\"/>", "x" },

  { "form/short", "en-US", "", "<text term=\"page\" form=\"short\"/>", "p." },
  { "form/symbol falls to short", "en-US", "", "<text term=\"page\" form=\"symbol\"/>", "p." },
  { "form/verb-short falls to verb", "en-US", "", "<text term=\"editor\" form=\"verb-short\"/>", "edited by" },
  { "form/short falls to long", "en-US", "", "<text term=\"by\" form=\"short\"/>", "by-us" },
  { "form/plural", "en-US", "", "<text term=\"page\" plural=\"true\"/>", "pages" },
  { "term/unknown", "en-US", "", "<text term=\"nonsense\" prefix=\"(\" suffix=\")\"/><text value=\"x\"/>", "x" },

  { "ordinal/last digit", "en-US", "", "<number variable=\"edition\" form=\"ordinal\"/>", "21st" },
  { "ordinal/set is one", "de-DE", "", "<number variable=\"edition\" form=\"ordinal\"/>", "21." },
};

static GBytes *
load_cb (const char *tag,
         gpointer    user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      if (strcmp (files[i].tag, tag) == 0)
        return g_bytes_new_static (files[i].xml, strlen (files[i].xml));
    }

  return NULL;
}

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *body = g_strdup_printf ("%s<citation><layout>%s</layout></citation>", self->blocks, self->layout);
  g_autoptr (CslStyle) style = try_style_new ("class=\"in-text\"", body);
  g_autoptr (GError) error = NULL;
  g_autoptr (CslLocale) locale = csl_locale_new (style, self->tag, load_cb, NULL, &error);
  g_autoptr (CslProcessor) processor = NULL;
  g_autoptr (CslItem) item = csl_item_parse ("{\"edition\":21}", -1, NULL);
  g_autoptr (CslOutput) output = NULL;
  g_autofree char *html = NULL;

  g_assert_no_error (error);
  processor = csl_processor_new (style, locale);
  output = csl_processor_format_cite (processor, item);
  html = csl_output_to_html (output);
  g_assert_cmpstr (html, ==, self->expected);
}

static GBytes *
load_broken_cb (const char *tag,
                gpointer    user_data)
{
  return g_bytes_new_static ("<locale><terms>", 15);
}

static void
test_broken (void)
{
  g_autoptr (CslStyle) style = try_style_new ("class=\"in-text\"", "<citation><layout><text value=\"x\"/></layout></citation>");
  g_autoptr (GError) error = NULL;

  g_assert_null (csl_locale_new (style, "de-DE", load_broken_cb, NULL, &error));
  g_assert_error (error, CSL_ERROR, CSL_ERROR_LOCALE_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/locale/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/locale/broken", test_broken);

  return g_test_run ();
}
