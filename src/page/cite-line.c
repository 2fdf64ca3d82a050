/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Springer has two lines: “Names (Year). Title. In: Names (eds) Book. Series, vol N.
 * Publisher, Place. DOI” and “Names Title. Journal volume, pages (year). DOI”. Full stops
 * part them and stand in them too, so what the page says elsewhere (title, book) is found
 * first, and only the remainder is parted by its stops.
 */

#include "config.h"

#include "cite-line.h"

#include <string.h>

#include "identifier.h"
#include "personal-names.h"
#include "read.h"
#include "record.h"

#define MAX_LINE 20000

/* A full stop behind one letter, or a word that is always short, ends no sentence */
static gboolean
is_short_word (const char *start,
               const char *stop)
{
  static const char *const words[] = { "vol", "no", "nr", "bd", "ser", "st", "ed", "eds", "jr", "dr", "vs", "pt", "hrsg", NULL };
  const char *word = stop;
  g_autofree char *folded = NULL;

  while (word > start && word[-1] != ' ' && word[-1] != '.' && word[-1] != '-')
    word--;
  if (g_utf8_strlen (word, stop - word) <= 1)
    return TRUE;
  folded = g_ascii_strdown (word, stop - word);

  return g_strv_contains (words, folded);
}

/* Where the sentence that begins at @start ends: at its stop; NULL if it does not */
static const char *
find_sentence_end (const char *start)
{
  for (const char *p = start; *p != '\0'; p++)
    {
      gboolean stops = *p == '.' || *p == '?' || *p == '!';

      if (stops && (p[1] == ' ' || p[1] == '\0') && (*p != '.' || !is_short_word (start, p)))
        return p;
    }
  return NULL;
}

/* The sentences of a text; a question keeps its mark */
static GPtrArray *
split_sentences (const char *text)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;

  while (*p != '\0')
    {
      const char *end = find_sentence_end (p);
      g_autofree char *sentence = NULL;

      if (end == NULL)
        end = p + strlen (p);
      sentence = g_strstrip (g_strndup (p, end - p + (*end == '?' || *end == '!')));
      if (*sentence != '\0')
        g_ptr_array_add (sentences, g_steal_pointer (&sentence));
      p = *end != '\0' ? end + 1 : end;
    }
  return sentences;
}

/* The DOI at the end is taken off the line */
static void
take_doi (JsonObject *record,
          char       *line)
{
  static const char *const starts[] = { "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI " };
  char *at = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (starts) && at == NULL; i++)
    at = strstr (line, starts[i]);
  if (at == NULL)
    return;
  {
    g_autoptr (OffprintIdentifier) doi = offprint_identifier_parse (at, strcspn (at, " "), NULL);

    if (doi != NULL && offprint_identifier_get_kind (doi) == OFFPRINT_IDENTIFIER_DOI)
      json_object_set_string_member (record, "DOI", offprint_identifier_get_value (doi));
  }
  *at = '\0';
  g_strchomp (line);
}

/* "(2022). " behind the names; @after: what follows it */
static int
find_year (const char  *line,
           const char **before,
           const char **after)
{
  for (const char *p = line; (p = strchr (p, '(')) != NULL; p++)
    {
      gsize digits = strspn (p + 1, "0123456789");
      const char *close = p + 1 + digits + (g_ascii_islower (p[1 + digits]) ? 1 : 0);

      if (digits != 4 || *close != ')')
        continue;
      *before = p;
      *after = close + 1;

      return (int) g_ascii_strtoll (p + 1, NULL, 10);
    }
  return 0;
}

/* As the line of an article does */
static gboolean
ends_in_year (const char *line)
{
  gsize length = strlen (line);

  while (length > 0 && strchr (". ", line[length - 1]) != NULL)
    length--;

  return length >= 6 && line[length - 1] == ')' && strspn (line + length - 5, "0123456789") == 4 && line[length - 6] == '(';
}

static void
set_year (JsonObject *record,
          int         year)
{
  g_autoptr (OffprintDate) date = year > 0 ? offprint_date_new (year, 0, 0) : NULL;

  offprint_record_set_date (record, "issued", date);
}

/* A whole name that no comma parts is a body’s; none of its words is guessed at */
static void
set_names (JsonObject *record,
           const char *role,
           const char *text,
           gboolean   *is_cut)
{
  const char *rest = NULL;
  JsonArray *names = offprint_cite_names_read (text, is_cut, &rest);

  if (names != NULL)
    {
      json_object_set_array_member (record, role, names);
      return;
    }
  if (*text != '\0' && g_utf8_strlen (text, -1) < 200)
    {
      const char *comma = strchr (text, ',');
      gboolean is_one = comma != NULL && strchr (comma + 1, ',') == NULL && strstr (comma, " & ") == NULL;
      JsonObject *name = is_one ? offprint_name_new_inverted (text) : json_object_new ();

      names = json_array_new ();
      if (!is_one)
        offprint_record_set_string (name, "literal", text);
      json_array_add_object_element (names, name);
      json_object_set_array_member (record, role, names);
    }
}

/* Springer, Berlin, Heidelberg */
static void
set_publisher (JsonObject *record,
               const char *text)
{
  const char *comma = strstr (text, ", ");
  g_autofree char *publisher = comma != NULL ? g_strndup (text, comma - text) : g_strdup (text);

  offprint_record_set_string (record, "publisher", publisher);
  if (comma != NULL)
    offprint_record_set_string (record, "publisher-place", comma + 2);
}

/* Lecture Notes in Computer Science, vol 5504 */
static gboolean
set_series (JsonObject *record,
            const char *text)
{
  const char *volume = g_strrstr (text, ", vol");
  g_autofree char *title = volume != NULL ? g_strndup (text, volume - text) : g_strdup (text);

  if (volume != NULL)
    {
      volume += strlen (", vol");
      volume += strspn (volume, ". ");
      offprint_record_set_string (record, "collection-number", volume);
    }
  offprint_record_set_string (record, "collection-title", title);

  return volume != NULL;
}

static char *
join_sentences (GPtrArray *sentences,
                guint      n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n && i < sentences->len; i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);

      if (text->len > 0)
        g_string_append (text, strchr ("?!", text->str[text->len - 1]) != NULL ? " " : ". ");
      g_string_append (text, sentence);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Book. Series, vol N. Publisher, Place: the book if known, the publisher from the end */
static void
read_imprint (JsonObject *record,
              const char *text,
              const char *member,
              const char *known)
{
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *name = NULL;
  guint n = 0;
  guint n_name = 0;

  if (known != NULL && g_str_has_prefix (text, known))
    {
      offprint_record_set_string (record, member, known);
      text += strlen (known);
      text += strspn (text, ".?! ");
      sentences = split_sentences (text);
      n = sentences->len;
    }
  else
    {
      sentences = split_sentences (text);
      n = sentences->len;
      n_name = n > 3 ? n - 2 : MIN (n, 1);
      if (n == 3 && strstr (g_ptr_array_index (sentences, 1), ", vol") == NULL && strcmp (member, "title") == 0)
        n_name = 2;
      name = join_sentences (sentences, n_name);
      offprint_record_set_string (record, member, name);
    }
  if (n > n_name)
    set_publisher (record, g_ptr_array_index (sentences, n - 1));
  if (n > n_name + 1)
    set_series (record, g_ptr_array_index (sentences, n - 2));
}

/* The sign that editors come before it; @length: of the sign */
static const char *
find_editors_end (const char *text,
                  gsize      *length)
{
  static const char *const signs[] = { " (eds)", " (ed)", " (eds.)", " (ed.)", " (Hrsg.)", " (Hrsg)", " (Eds.)", " (Ed.)", " (dir.)" };
  const char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *at = strstr (text, signs[i]);
      gsize n = strlen (signs[i]);
      gsize n_stops = at != NULL ? strspn (at + n, ".,:") : 0;

      if (at != NULL && (first == NULL || at < first) && at[n + n_stops] == ' ')
        {
          first = at;
          *length = n + n_stops + 1;
        }
    }
  return first;
}

static void
read_book (JsonObject *record,
           const char *text,
           const char *known)
{
  gsize length = 0;
  const char *end = find_editors_end (text, &length);

  if (end != NULL)
    {
      g_autofree char *editors = g_strndup (text, end - text);

      set_names (record, "editor", editors, NULL);
      text = end + length;
    }
  read_imprint (record, text, "container-title", known);
}

/* The " In: " behind the end of the title, not before @from */
static const char *
find_in (const char *text,
         gsize       from)
{
  for (const char *p = text + from; (p = strstr (p, " In: ")) != NULL; p++)
    if (p > text && strchr (".?!”\"", p[-1]) != NULL)
      return p;

  return NULL;
}

static void
read_chapter (JsonObject              *record,
              const char              *text,
              const OffprintCiteHints *hints)
{
  gboolean has_title = hints->title != NULL && g_str_has_prefix (text, hints->title);
  const char *in = find_in (text, has_title ? strlen (hints->title) : 0);
  g_autofree char *title = NULL;

  if (in == NULL)
    {
      read_imprint (record, text, "title", hints->title);
      json_object_set_string_member (record, "type", "book");
      return;
    }
  title = g_strchomp (g_strndup (text, in - text));
  if (g_str_has_suffix (title, "."))
    title[strlen (title) - 1] = '\0';
  offprint_record_set_string (record, "title", has_title ? hints->title : title);
  json_object_set_string_member (record, "type", "chapter");
  read_book (record, in + strlen (" In: "), hints->container);
}

/**
 * offprint_cite_dup_pages:
 * @text: pages as a publisher prints them
 *
 * Writes a range as records do, with a hyphen.
 *
 * Returns: (transfer full): the pages
 */
char *
offprint_cite_dup_pages (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "–", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);

  return g_strjoinv ("-", parts);
}

/* Nat Water 1, 20 */
static void
read_journal (JsonObject *record,
              const char *text)
{
  g_autofree char *journal = g_strdup (text);
  char *comma = g_strrstr (journal, ", ");
  char *volume = NULL;

  if (comma != NULL)
    {
      g_autofree char *pages = offprint_cite_dup_pages (comma + 2);

      *comma = '\0';
      volume = strrchr (journal, ' ');
      if (volume != NULL && strpbrk (volume, "0123456789") != NULL)
        {
          *volume = '\0';
          offprint_record_set_string (record, "volume", volume + 1);
          offprint_record_set_string (record, "page", pages);
        }
      else
        *comma = ',';
    }
  offprint_record_set_string (record, "container-title", g_strchomp (journal));
}

static void
read_article (JsonObject              *record,
              const char              *line,
              const OffprintCiteHints *hints,
              gboolean                *is_cut)
{
  const char *known = hints->title != NULL ? strstr (line, hints->title) : NULL;
  const char *rest = line;
  g_autoptr (JsonArray) names = NULL;
  g_autofree char *title = NULL;

  json_object_set_string_member (record, "type", "article-journal");
  if (known != NULL && known > line)
    {
      g_autofree char *authors = g_strchomp (g_strndup (line, known - line));

      set_names (record, "author", authors, is_cut);
      rest = known;
    }
  else
    {
      names = offprint_cite_names_read (line, is_cut, &rest);
      if (names != NULL)
        json_object_set_array_member (record, "author", g_steal_pointer (&names));
    }
  if (known != NULL)
    {
      offprint_record_set_string (record, "title", hints->title);
      rest += strlen (hints->title);
      rest += strspn (rest, ".?! ");
    }
  else
    {
      const char *end = find_sentence_end (rest);

      if (end == NULL)
        return;
      title = g_strndup (rest, end - rest + (*end != '.'));
      offprint_record_set_string (record, "title", title);
      rest = end + 1 + strspn (end + 1, " ");
    }
  read_journal (record, rest);
}

/**
 * offprint_cite_line_read:
 * @line: the line to cite a work by, as plain text
 * @hints: (nullable): what is known from elsewhere
 * @is_cut: (out) (optional): whether it says “et al.”
 *
 * Parts Springer’s line to cite by. What it does not have is not set.
 *
 * Returns: (transfer full) (nullable): members of a record: type, author, editor, issued,
 *   title, container-title, collection-title, collection-number, volume, page, publisher,
 *   publisher-place, DOI; `NULL` if this is no such line
 */
JsonObject *
offprint_cite_line_read (const char              *line,
                         const OffprintCiteHints *hints,
                         gboolean                *is_cut)
{
  static const OffprintCiteHints none = { NULL, NULL };
  g_autoptr (JsonObject) record = offprint_record_new ();
  g_autofree char *text = offprint_text_clean_line (line, -1);
  const char *before = NULL;
  const char *after = NULL;
  int year = 0;

  if (hints == NULL)
    hints = &none;
  if (is_cut != NULL)
    *is_cut = FALSE;
  if (strlen (text) > MAX_LINE)
    return NULL;
  take_doi (record, text);
  year = find_year (text, &before, &after);
  if (year == 0)
    return NULL;
  set_year (record, year);
  /* lines before 2019 have no stop behind the year */
  if (g_str_has_prefix (after, " ") && find_in (after, 0) != NULL)
    after--;
  if ((g_str_has_prefix (after, ". ") || g_str_has_prefix (after, ") ")) && after[2] != '\0' && !ends_in_year (text))
    {
      g_autofree char *authors = g_strchomp (g_strndup (text, before - text));

      set_names (record, "author", authors, is_cut);
      read_chapter (record, after + 2, hints);
    }
  else
    {
      const char *last = g_strrstr (text, " (");

      if (last == NULL)
        return NULL;
      {
        g_autofree char *body = g_strchomp (g_strndup (text, last - text));
        const char *close = NULL;

        year = find_year (last, &before, &close);
        if (year == 0)
          return NULL;
        set_year (record, year);
        read_article (record, body, hints, is_cut);
      }
    }
  return g_steal_pointer (&record);
}
