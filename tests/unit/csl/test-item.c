/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items out of CSL-JSON: good data, data with everything in the wrong place,
 * names and dates as people type them.
 */

#include "config.h"

#include "item.h"

#include <string.h>

#include "csl-error.h"

typedef struct
{
  const char *path;
  const char *json;
  const char *variable;
  const char *expected;
} Case;

/* Of each item one variable, written out: see write_value () */
static const Case cases[] = {
  { "text/string", "{\"title\":\"On <i>Ants</i>\"}", "title", "On <i>Ants</i>" },
  { "text/number", "{\"volume\":12}", "volume", "12" },
  { "text/decimal", "{\"volume\":1.5}", "volume", "1.5" },
  { "text/blanks", "{\"title\":\"  a\\n b \"}", "title", "a  b" },
  { "text/empty", "{\"title\":\"\"}", "title", "" },
  { "text/only blanks", "{\"title\":\" \"}", "title", "" },
  { "text/null", "{\"title\":null}", "title", "" },
  { "text/boolean", "{\"title\":true}", "title", "" },
  { "text/object", "{\"title\":{\"a\":[]}}", "title", "" },
  { "text/list of titles", "{\"title\":[\"\",\"One\",\"Two\"]}", "title", "One" },
  { "text/list of numbers", "{\"ISBN\":[\"1\",2,null,\"3\"]}", "ISBN", "1, 2, 3" },
  { "text/old name", "{\"event\":\"WWW7\"}", "event-title", "WWW7" },
  { "text/old and new name", "{\"event\":\"Old\",\"event-title\":\"New\"}", "event-title", "New" },
  { "text/new and old name", "{\"event-title\":\"New\",\"event\":\"Old\"}", "event-title", "New" },
  { "text/short title", "{\"shortTitle\":\"Ants\"}", "title-short", "Ants" },
  { "text/part", "{\"part\":3}", "part-number", "3" },
  { "text/first page", "{\"page\":\"12-15\"}", "page-first", "12" },
  { "text/first page of list", "{\"page\":\"12, 15\"}", "page-first", "12" },
  { "text/first page with hyphen", "{\"page\":\"A\\\\-2–5\"}", "page-first", "A\\-2" },
  { "text/first page given", "{\"page\":\"12-15\",\"page-first\":\"x\"}", "page-first", "x" },

  { "name/plain", "{\"author\":[{\"family\":\"Ray\",\"given\":\"Ada\"}]}", "author", "Ray|Ada" },
  { "name/given alone", "{\"author\":[{\"given\":\"Bankers\"}]}", "author", "|Bankers" },
  { "name/all parts",
    "{\"author\":[{\"family\":\"Ray\",\"given\":\"Ada\",\"dropping-particle\":\"de\","
    "\"non-dropping-particle\":\"la\",\"suffix\":\"III\"}]}",
    "author", "Ray|Ada|dp:de|ndp:la|suffix:III" },
  { "name/comma suffix", "{\"author\":[{\"family\":\"R\",\"given\":\"A\",\"suffix\":\"Jr.\",\"comma-suffix\":true}]}",
    "author", "R|A|suffix:Jr.|comma" },
  { "name/literal", "{\"author\":[{\"literal\":\"ACME\",\"family\":\"x\"}]}", "author", "=ACME" },
  { "name/institution", "{\"author\":[{\"family\":\"van ACME\",\"isInstitution\":\"true\"}]}", "author", "=van ACME" },
  { "name/no institution", "{\"author\":[{\"family\":\"Ray\",\"given\":\"A\",\"isInstitution\":\"0\"}]}", "author", "Ray|A" },
  { "name/string", "{\"author\":[\"ACME\"]}", "author", "=ACME" },
  { "name/bare string", "{\"author\":\"ACME\"}", "author", "=ACME" },
  { "name/bare object", "{\"author\":{\"family\":\"Ray\"}}", "author", "Ray" },
  { "name/rubbish", "{\"author\":[null,[],{},{\"family\":{}},{\"family\":\" \"}]}", "author", "" },
  { "name/several", "{\"editor\":[{\"family\":\"A\"},{\"family\":\"B\"}]}", "editor", "A;B" },
  { "name/cjk", "{\"author\":[{\"family\":\"丸山\",\"given\":\"眞男\"}]}", "author", "丸山|眞男|cjk" },
  { "name/cjk and latin", "{\"author\":[{\"family\":\"丸山\",\"given\":\"Masao\"}]}", "author", "丸山|Masao" },
  { "name/static", "{\"author\":[{\"family\":\"Ray\",\"given\":\"A\",\"static-ordering\":1}]}", "author", "Ray|A|static" },

  { "particle/family", "{\"author\":[{\"family\":\"van der Berg\",\"given\":\"A\"}]}", "author", "Berg|A|ndp:van der" },
  { "particle/capital", "{\"author\":[{\"family\":\"La Torre\",\"given\":\"A\"}]}", "author", "La Torre|A" },
  { "particle/given", "{\"author\":[{\"family\":\"La Torre\",\"given\":\"Jean de\"}]}", "author", "La Torre|Jean|dp:de" },
  { "particle/two in given", "{\"author\":[{\"family\":\"Ray\",\"given\":\"Ada von und zum\"}]}", "author", "Ray|Ada|dp:von und zum" },
  { "particle/apostrophe", "{\"author\":[{\"family\":\"d'Alba\",\"given\":\"A\"}]}", "author", "Alba|A|ndp:d'" },
  { "particle/apostrophe apart", "{\"author\":[{\"family\":\"de’ Alba\",\"given\":\"A\"}]}", "author", "Alba|A|ndp:de’|apart" },
  { "particle/apostrophe first", "{\"author\":[{\"family\":\"in 't Alba\",\"given\":\"A\"}]}", "author", "Alba|A|ndp:in 't|apart" },
  { "particle/hyphen", "{\"author\":[{\"family\":\"al-Bari\",\"given\":\"A\"}]}", "author", "Bari|A|ndp:al-" },
  { "particle/periods", "{\"author\":[{\"family\":\"v.d. Berg\",\"given\":\"A\"}]}", "author", "Berg|A|ndp:v.d." },
  { "particle/comma in given", "{\"author\":[{\"family\":\"Alba\",\"given\":\"Jean, abbé d'\"}]}", "author", "Alba|Jean,|dp:abbé d'" },
  { "particle/quoted", "{\"author\":[{\"family\":\"\\\"van Dyke\\\"\",\"given\":\"A\"}]}", "author", "van Dyke|A" },
  { "particle/lower family", "{\"author\":[{\"family\":\"hooks\",\"given\":\"bell\"}]}", "author", "hooks|bell" },
  { "particle/given itself", "{\"author\":[{\"family\":\"de Ray\",\"given\":\"A\",\"non-dropping-particle\":\"la\"}]}",
    "author", "de Ray|A|ndp:la" },
  { "particle/not to be parsed", "{\"author\":[{\"family\":\"de Ray\",\"given\":\"A\",\"parse-names\":false}]}", "author", "de Ray|A" },
  { "suffix/in given", "{\"author\":[{\"family\":\"Doe\",\"given\":\"John, III\"}]}", "author", "Doe|John|suffix:III" },
  { "suffix/with comma", "{\"author\":[{\"family\":\"Doe\",\"given\":\"John,! Jr.\"}]}", "author", "Doe|John|suffix:Jr.|comma" },

  { "date/full", "{\"issued\":{\"date-parts\":[[2019,5,3]]}}", "issued", "2019-5-3" },
  { "date/strings", "{\"issued\":{\"date-parts\":[[\"2019\",\"05\",\"03\"]]}}", "issued", "2019-5-3" },
  { "date/bc", "{\"issued\":{\"date-parts\":[[-340]]}}", "issued", "-340" },
  { "date/range", "{\"issued\":{\"date-parts\":[[1999,1],[2000]]}}", "issued", "1999-1/2000" },
  { "date/open", "{\"issued\":{\"date-parts\":[[1987],[0]]}}", "issued", "1987/.." },
  { "date/season", "{\"issued\":{\"date-parts\":[[2000]],\"season\":\"3\"}}", "issued", "2000-S3" },
  { "date/named season", "{\"issued\":{\"date-parts\":[[2000]],\"season\":\"Fall\"}}", "issued", "2000-S3" },
  { "date/season as month", "{\"issued\":{\"date-parts\":[[1965,13,1]]}}", "issued", "1965-S1" },
  { "date/season as edtf month", "{\"issued\":{\"date-parts\":[[1965,24,0]]}}", "issued", "1965-S4" },
  { "date/bad month", "{\"issued\":{\"date-parts\":[[1965,60,1]]}}", "issued", "1965" },
  { "date/circa", "{\"issued\":{\"date-parts\":[[1850]],\"circa\":1}}", "issued", "1850~" },
  { "date/literal", "{\"issued\":{\"literal\":\"continuously updated\"}}", "issued", "=continuously updated" },
  { "date/literal beside parts", "{\"issued\":{\"date-parts\":[[1850]],\"literal\":\"x\"}}", "issued", "1850" },
  { "date/empty", "{\"issued\":{\"date-parts\":[]}}", "issued", "" },
  { "date/empty list", "{\"issued\":{\"date-parts\":[[]]}}", "issued", "" },
  { "date/rubbish", "{\"issued\":{\"date-parts\":[[null,{}],3]}}", "issued", "" },
  { "date/huge", "{\"issued\":{\"date-parts\":[[99999999999999999999]]}}", "issued", "" },
  { "date/raw", "{\"issued\":{\"raw\":\"2019-05\"}}", "issued", "2019-5" },
  { "date/raw beside parts", "{\"issued\":{\"raw\":\"x\",\"date-parts\":[[2001]]}}", "issued", "2001" },
  { "date/string", "{\"issued\":\"2019-05-03\"}", "issued", "2019-5-3" },
  { "date/number", "{\"issued\":2019}", "issued", "2019" },

  { "note/lines", "{\"note\":\"container-title-short: Nat.\\nvolume: 3\"}", "container-title-short", "Nat." },
  { "note/taken out", "{\"note\":\"Free\\nvolume: 3\\nRest: of it\"}", "note", "Free Rest: of it" },
  { "note/not over data", "{\"volume\":1,\"note\":\"volume: 3\"}", "volume", "1" },
  { "note/after the first break", "{\"note\":\"Free\\nMore\\nvolume: 3\"}", "volume", "" },
  { "note/braces", "{\"note\":\"See {:volume: 3} there\"}", "volume", "3" },
  { "note/braces taken out", "{\"note\":\"See {:volume: 3} there {:x} {:\"}", "note", "See  there {:x} {:" },
  { "note/date", "{\"note\":\"original-date: 1850\"}", "original-date", "1850" },
  { "note/names", "{\"note\":\"director: Ray || Ada\\ndirector: ACME\"}", "director", "Ray|Ada;=ACME" },
  { "note/plain", "{\"note\":\"Just: words\"}", "note", "Just: words" },
};

static const Case date_cases[] = {
  { "year", "2019", NULL, "2019" },
  { "month", "2019-05", NULL, "2019-5" },
  { "day", "2019-05-03", NULL, "2019-5-3" },
  { "time", "2019-05-03T10:00:00Z", NULL, "2019-5-3" },
  { "slashes", "2019/05/03", NULL, "2019-5-3" },
  { "season", "2019-21", NULL, "2019-S1" },
  { "approximate", "2019~", NULL, "2019~" },
  { "uncertain", "2019?", NULL, "2019~" },
  { "bc", "-0300", NULL, "-300" },
  { "interval", "2019/2020", NULL, "2019/2020" },
  { "interval of months", "2019-01/2019-03", NULL, "2019-1/2019-3" },
  { "open interval", "2019/..", NULL, "2019/.." },
  { "range", "1850-1860", NULL, "1850/1860" },
  { "range with dash", "1850–1860", NULL, "1850/1860" },
  { "american", "May 3, 2019", NULL, "2019-5-3" },
  { "british", "3 May 2019", NULL, "2019-5-3" },
  { "abbreviated", "Sept. 2019", NULL, "2019-9" },
  { "season in words", "Spring 2019", NULL, "2019-S1" },
  { "range of seasons", "Spring 1999 - Summer 2001", NULL, "1999-S1/2001-S2" },
  { "circa", "circa 1850", NULL, "1850~" },
  { "words", "forthcoming", NULL, "" },
  { "number and words", "2 days ago", NULL, "" },
  { "two numbers", "5/3/2019", NULL, "" },
  { "empty", "", NULL, "" },
  { "dash", "-", NULL, "" },
  { "slash", "/", NULL, "" },
  { "long", "20190503", NULL, "" },
  { "bad month", "2019-60", NULL, "" },
};

static void
write_point (GString            *out,
             const CslDatePoint *point)
{
  g_string_append_printf (out, "%d", point->year);
  if (point->month != 0)
    g_string_append_printf (out, "-%u", point->month);
  if (point->day != 0)
    g_string_append_printf (out, "-%u", point->day);
  if (point->season != 0)
    g_string_append_printf (out, "-S%u", point->season);
}

static void
write_date (GString       *out,
            const CslDate *date)
{
  if (date->literal != NULL)
    g_string_append_printf (out, "=%s", date->literal);
  if (date->n_points > 0)
    write_point (out, &date->points[0]);
  if (date->n_points > 1 || date->is_open)
    g_string_append_c (out, '/');
  if (date->n_points > 1)
    write_point (out, &date->points[1]);
  if (date->is_open)
    g_string_append (out, "..");
  if (date->is_circa)
    g_string_append_c (out, '~');
}

static void
write_name (GString       *out,
            const CslName *name)
{
  if (name->literal != NULL)
    g_string_append_printf (out, "=%s", name->literal);
  if (name->family != NULL)
    g_string_append (out, name->family);
  if (name->given != NULL)
    g_string_append_printf (out, "|%s", name->given);
  if (name->dropping_particle != NULL)
    g_string_append_printf (out, "|dp:%s", name->dropping_particle);
  if (name->non_dropping_particle != NULL)
    g_string_append_printf (out, "|ndp:%s", name->non_dropping_particle);
  if (name->suffix != NULL)
    g_string_append_printf (out, "|suffix:%s", name->suffix);
  if (name->comma_suffix)
    g_string_append (out, "|comma");
  if (name->particle_apart && strpbrk (name->non_dropping_particle, "'’") != NULL)
    g_string_append (out, "|apart");
  if (name->is_cjk)
    g_string_append (out, "|cjk");
  if (name->static_ordering)
    g_string_append (out, "|static");
}

static char *
write_value (CslItem     *item,
             CslVariable  variable)
{
  GString *out = g_string_new (csl_item_get_text (item, variable));
  const CslDate *date = csl_item_get_date (item, variable);
  guint n_names;
  const CslName *names = csl_item_get_names (item, variable, &n_names);

  for (guint i = 0; i < n_names; i++)
    {
      if (i > 0)
        g_string_append_c (out, ';');
      write_name (out, &names[i]);
    }
  if (date != NULL)
    write_date (out, date);

  return g_string_free_and_steal (out);
}

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CslItem) item = csl_item_parse (self->json, -1, &error);
  CslVariable variable = csl_variable_parse (self->variable, -1);
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (variable, !=, CSL_VARIABLE_NONE);
  value = write_value (item, variable);
  g_assert_cmpstr (value, ==, self->expected);
  g_assert_cmpint (csl_item_has (item, variable), ==, *self->expected != '\0');
}

static void
check_date (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GString) out = g_string_new (NULL);
  CslDate date;
  gboolean is_read = csl_date_parse (self->json, &date);

  if (is_read)
    write_date (out, &date);
  g_assert_cmpstr (out->str, ==, self->expected);
  g_assert_cmpint (is_read, ==, *self->expected != '\0');
}

static void
test_head (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CslItem) item = csl_item_parse ("{\"id\":7,\"type\":\"chapter\",\"language\":\"de-DE\"}", -1, &error);
  g_autoptr (CslItem) bare = csl_item_parse ("{\"type\":\"thing\",\"custom\":{},\"id\":[]}", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (csl_item_get_id (item), ==, "7");
  g_assert_cmpint (csl_item_get_type (item), ==, CSL_ITEM_TYPE_CHAPTER);
  g_assert_cmpstr (csl_item_get_language (item), ==, "de-DE");
  g_assert_cmpstr (csl_item_get_id (bare), ==, "");
  g_assert_cmpint (csl_item_get_type (bare), ==, CSL_ITEM_TYPE_NONE);
  g_assert_null (csl_item_get_language (bare));
}

static void
test_forms (void)
{
  g_autoptr (CslItem) item = csl_item_parse ("{\"title-short\":\"a\",\"container-title\":\"b\",\"journalAbbreviation\":\"c\"}", -1, NULL);

  g_assert_cmpint (csl_item_find_form (item, CSL_VARIABLE_TITLE, TRUE), ==, CSL_VARIABLE_TITLE_SHORT);
  g_assert_cmpint (csl_item_find_form (item, CSL_VARIABLE_TITLE, FALSE), ==, CSL_VARIABLE_NONE);
  g_assert_cmpint (csl_item_find_form (item, CSL_VARIABLE_CONTAINER_TITLE, TRUE), ==, CSL_VARIABLE_JOURNAL_ABBREVIATION);
  g_assert_cmpint (csl_item_find_form (item, CSL_VARIABLE_CONTAINER_TITLE, FALSE), ==, CSL_VARIABLE_CONTAINER_TITLE);
}

static void
test_rich (void)
{
  g_autoptr (CslItem) item = csl_item_parse ("{\"title\":\"On <i>Ants</i>\"}", -1, NULL);
  CslRichField *rich = csl_item_get_rich (item, CSL_VARIABLE_TITLE);

  g_assert_nonnull (rich);
  g_assert_true (rich == csl_item_get_rich (item, CSL_VARIABLE_TITLE));
  g_assert_null (csl_item_get_rich (item, CSL_VARIABLE_ABSTRACT));
}

static void
test_label (void)
{
  static const struct
  {
    const char *json;
    const char *label;
  } rows[] = {
    { "{\"author\":[{\"family\":\"Doe\"}],\"issued\":{\"date-parts\":[[1965]]}}", "Doe65" },
    { "{\"author\":[{\"family\":\"van der Berg\",\"given\":\"A\"}]}", "Berg00" },
    { "{\"author\":[{\"family\":\"O’Neill\"},{\"family\":\"Éluard\"}],\"issued\":{\"date-parts\":[[-340]]}}", "OnÉl40" },
    { "{\"editor\":[{\"family\":\"Aa\"},{\"family\":\"Bb\"},{\"literal\":\"cc\"}],\"issued\":2004}", "AaBC04" },
    { "{\"guest\":[{\"family\":\"A\"},{\"family\":\"B\"},{\"family\":\"C\"},{\"family\":\"D\"},{\"family\":\"E\"}]}", "ABCD00" },
    { "{\"title\":\"On ants\"}", "Onan00" },
    { "{}", "00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CslItem) item = csl_item_parse (rows[i].json, -1, NULL);
      g_autofree char *label = csl_item_make_label (item);

      g_assert_cmpstr (label, ==, rows[i].label);
    }
}

static void
test_invalid (void)
{
  static const char *const texts[] = { "", "[]", "3", "{", "{\"a\":}", "\"\\ud800\"", "{\"title\":\"\xff\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (csl_item_parse (texts[i], -1, &error));
      g_assert_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID);
    }
}

/* What is too much is said, with the item and the variable */
static void
assert_too_large (const char *json,
                  const char *variable)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (csl_item_parse (json, -1, &error));
  g_assert_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "here"));
  g_assert_nonnull (strstr (error->message, variable));
}

static void
test_bounds (void)
{
  g_autoptr (GString) json = g_string_new ("{\"id\":\"here\",\"author\":[");
  g_autofree char *long_text = g_strnfill (1024 * 1024 + 1, 'a');
  g_autofree char *too_long = g_strdup_printf ("{\"id\":\"here\",\"title\":\"%s\"}", long_text);
  g_autofree char *name = g_strnfill (CSL_ITEM_MAX_NAME + 1, 'a');
  g_autofree char *long_name = g_strdup_printf ("{\"id\":\"here\",\"editor\":[{\"family\":\"%s\"}]}", name);
  g_autofree char *long_literal = g_strdup_printf ("{\"id\":\"here\",\"translator\":[\"%s\"]}", name);

  for (guint i = 0; i <= CSL_ITEM_MAX_NAMES; i++)
    g_string_append (json, "{\"family\":\"A\"},");
  g_string_append (json, "{}]}");

  assert_too_large (json->str, "author");
  assert_too_large (too_long, "title");
  assert_too_large (long_name, "editor");
  assert_too_large (long_literal, "translator");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/item/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/item/words/", date_cases[i].path, NULL);

      g_test_add_data_func (path, &date_cases[i], check_date);
    }
  g_test_add_func ("/item/head", test_head);
  g_test_add_func ("/item/forms", test_forms);
  g_test_add_func ("/item/rich", test_rich);
  g_test_add_func ("/item/label", test_label);
  g_test_add_func ("/item/invalid", test_invalid);
  g_test_add_func ("/item/bounds", test_bounds);

  return g_test_run ();
}
