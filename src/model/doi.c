/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DOIs as people have them: bare, as `doi:` names, in links of resolvers, proxies and
 * publishers, in running text with a full stop stuck on, broken at the end of a line,
 * escaped for TeX. services.md 1.1 to 1.4; DOI Handbook; ANSI/NISO Z39.84.
 */

#include "config.h"

#include "doi-private.h"

#include <string.h>

#define MAX_DOI    2048
#define MAX_OPEN   64
#define MAX_BEFORE 512

typedef struct
{
  const OffprintPaste *paste;
  OffprintDoiPlace place;
  gsize at;
  GString *out;
  char open[MAX_OPEN];
  guint n_open;
  guint n_tags;
} Walk;

static gboolean
has_prefix (const char *text,
            const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

static OffprintDoiPlace
look_around (const OffprintPaste *paste,
             gsize                at)
{
  OffprintDoiPlace place = { 0 };
  gsize floor = MAX (at > MAX_BEFORE ? at - MAX_BEFORE : 0, MIN (paste->seen, at));
  gsize begin = at;
  g_autofree char *before = NULL;
  char *scheme = NULL;
  char *host = NULL;

  while (begin > floor && !g_ascii_isspace (paste->text[begin - 1]) && strchr ("\"<>", paste->text[begin - 1]) == NULL)
    begin--;
  before = g_ascii_strdown (paste->text + begin, at - begin);
  scheme = g_strrstr (before, "://");
  host = scheme != NULL ? scheme + 3 : strstr (before, "doi.org/");
  if (host == NULL)
    host = strstr (before, "www.");
  if (host == NULL)
    return place;
  place.is_url = TRUE;
  place.is_query = strchr (host, '?') != NULL;
  if (g_str_has_suffix (host, "urn:doi:") || g_str_has_suffix (host, "doi:"))
    *strstr (host, g_str_has_suffix (host, "urn:doi:") ? "urn:doi:" : "doi:") = '\0';
  place.is_direct = strchr (host, '/') != NULL && strchr (host, '/')[1] == '\0';
  place.is_numbered = strstr (host, "/article") != NULL && g_str_has_suffix (host, "/doi/");

  return place;
}

/* "10." begins a DOI at a border, behind an encoded slash or colon, or stuck to “doi” */
static gboolean
can_begin (const OffprintPaste *paste,
           gsize                at)
{
  const char *text = paste->text;

  if (!has_prefix (text + at, "10."))
    return FALSE;
  if (at == 0)
    return TRUE;
  if (at >= 3 && (has_prefix (text + at - 3, "doi") || has_prefix (text + at - 3, "%20")))
    return TRUE;
  if (at >= 3 && (has_prefix (text + at - 3, "%2f") || has_prefix (text + at - 3, "%3a") || has_prefix (text + at - 3, "%3d") ||
                  has_prefix (text + at - 3, "52f") || has_prefix (text + at - 3, "53a") || has_prefix (text + at - 3, "53d")))
    return text[at - 3] == '%' || (at >= 5 && text[at - 5] == '%');
  if (text[at - 1] == '.' && at >= 2 && g_ascii_isdigit (text[at - 2]))
    return FALSE;

  return !g_ascii_isalnum (text[at - 1]);
}

/* The registrant: 10. and four digits at least, with parts behind dots */
static gsize
skip_registrant (const char *text)
{
  gsize at = 3;
  gsize digits = strspn (text + at, "0123456789");

  if (digits < 4 || digits > 9)
    return 0;
  at += digits;
  for (guint i = 0; i < 8 && text[at] == '.'; i++)
    {
      digits = strspn (text + at + 1, "0123456789");
      if (digits == 0 || digits > 9)
        return 0;
      at += 1 + digits;
    }

  return at;
}

/* The slash in its guises. Returns its length. */
static gsize
skip_slash (const OffprintPaste *paste,
            gsize                begin,
            gsize                at,
            OffprintDoiPlace    *place)
{
  const char *text = paste->text + at;

  if (*text == '/')
    return 1;
  if (has_prefix (text, "\\/"))
    return 2;
  if (has_prefix (text, "%2f") || has_prefix (text, "%252f") || has_prefix (text, "%25252f"))
    {
      place->is_encoded = TRUE;
      return (gsize) (strpbrk (text, "fF") - text) + 1;
    }
  /* DOI Handbook: in a URN the first slash is a colon */
  if (*text == ':' && begin >= 8 && has_prefix (paste->text + begin - 8, "urn:doi:"))
    return 1;

  return 0;
}

/* SICI: “<1243::aid-jclp6>3.0.co;2-n”. Returns the length of what is in angles, or 0. */
static gsize
skip_sici (const char *text)
{
  gsize length = strcspn (text + 1, "<> \t\n\"");

  if (text[1 + length] != '>' || length > 60 || memchr (text + 1, ':', length) == NULL)
    return 0;

  return g_ascii_isdigit (text[length + 2]) && text[length + 3] == '.' ? length + 2 : 0;
}

/* Tags that a page puts inside a DOI: chances to break, marks of a search. Returns the
 * length of one, or 0 for any other, where the DOI ends. */
static gsize
skip_tag (Walk       *walk,
          const char *text)
{
  static const char *const inner[] = { "b", "em", "i", "mark", "span", "strong", "wbr" };
  gboolean is_end = text[1] == '/';
  const char *name = text + (is_end ? 2 : 1);
  gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  gsize tag = strcspn (text, ">");
  gboolean is_known = FALSE;

  if (text[tag] != '>' || tag > 200)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (inner); i++)
    is_known = is_known || (strlen (inner[i]) == length && g_ascii_strncasecmp (inner[i], name, length) == 0);
  if (!is_known)
    return 0;
  if (length == 3) /* wbr holds nothing */
    return tag + 1;
  if (is_end && walk->n_tags == 0)
    return 0;
  walk->n_tags += is_end ? -1 : 1;

  return tag + 1;
}

/* Returns how many bytes were read, or 0 where the DOI ends */
static gsize
take_angle (Walk       *walk,
            const char *text)
{
  gsize length = skip_sici (text);

  if (length > 0)
    g_string_append_len (walk->out, text, (gssize) length);

  return length > 0 ? length : skip_tag (walk, text);
}

/* A line that breaks after a hyphen or the slash goes on in the next */
static gsize
take_space (Walk       *walk,
            const char *text)
{
  gsize length = strspn (text, " \t\r\n");
  gboolean is_break = memchr (text, '\n', length) != NULL;
  char last = walk->out->len > 0 ? walk->out->str[walk->out->len - 1] : '/';

  if (length == 0 || !g_ascii_isalnum (text[length]))
    return 0;
  if (walk->out->len == 0)
    return length <= 4 ? length : 0;
  if (!is_break || (last != '-' && last != '/' && last != '_'))
    return 0;

  return length;
}

static gsize
take_bracket (Walk *walk,
              char  c,
              char  next)
{
  static const char pairs[] = "()[]{}";
  gsize kind = (gsize) (strchr (pairs, c) - pairs);

  if (kind % 2 == 0)
    {
      if (walk->n_open == MAX_OPEN)
        return 0;
      walk->open[walk->n_open++] = c;
    }
  else if (walk->n_open > 0 && walk->open[walk->n_open - 1] == pairs[kind - 1])
    walk->n_open--;
  else if (walk->paste->mode == OFFPRINT_PASTE_TEXT || !g_ascii_isalnum (next))
    return 0;
  g_string_append_c (walk->out, c);

  return 1;
}

/* \_ \& \% \# of TeX and \/ of JSON stand for what follows the backslash */
static gsize
take_backslash (Walk       *walk,
                const char *text)
{
  static const struct
  {
    const char *name;
    char sign;
  } words[] = { { "\\textless", '<' }, { "\\textgreater", '>' }, { "\\textunderscore", '_' } };

  if (text[1] != '\0' && strchr ("_&%#{}$~^/<>", text[1]) != NULL)
    {
      g_string_append_c (walk->out, text[1]);
      return 2;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_prefix (text, words[i].name))
      {
        gsize length = strlen (words[i].name);

        g_string_append_c (walk->out, words[i].sign);
        return length + strspn (text + length, text[length] == ' ' ? " " : "{}");
      }

  return 0;
}

/* “{\_}”, as some managers write a BibTeX file: the braces are TeX's. Returns the length,
 * or 0 if it is none. */
static gsize
take_tex_group (Walk       *walk,
                const char *text)
{
  if (text[0] != '{' || text[1] != '\\' || text[2] == '\0' || strchr ("_&%#$~", text[2]) == NULL || text[3] != '}')
    return 0;
  g_string_append_c (walk->out, text[2]);

  return 4;
}

/* “, 10.1000/183”: the next one of a list begins here */
static gboolean
is_list_mark (const char *text)
{
  text += strspn (text, ",;| ");

  return (has_prefix (text, "10.") && skip_registrant (text) > 0) || has_prefix (text, "doi:") || has_prefix (text, "http");
}

static gsize
take_mark (Walk       *walk,
           const char *text)
{
  gboolean is_end = FALSE;

  switch (*text)
    {
    case '?':
      is_end = walk->place.is_url || walk->place.is_encoded || offprint_doi_is_parameter (text + 1);
      break;
    case '#':
      is_end = walk->place.is_url || walk->place.is_encoded;
      break;
    case '&':
      is_end = walk->place.is_query || walk->place.is_encoded || offprint_doi_is_parameter (text + 1);
      break;
    default:
      is_end = is_list_mark (text);
      break;
    }
  if (is_end)
    return 0;
  g_string_append_c (walk->out, *text);

  return 1;
}

static gsize
take_one (Walk *walk)
{
  const char *text = walk->paste->text + walk->at;
  gunichar c = g_utf8_get_char (text);
  gsize length = (gsize) (g_utf8_next_char (text) - text);

  if (g_unichar_isspace (c))
    return take_space (walk, text);
  if (take_tex_group (walk, text) > 0)
    return 4;
  /* two addresses with nothing between; “'…'” of a script */
  if (has_prefix (text, "http://") || has_prefix (text, "https://") || (c == '\'' && !g_ascii_isalnum (text[1])))
    return 0;
  if (offprint_doi_is_border (c) || c == '>' || g_unichar_iscntrl (c))
    return 0;
  if (c < 0x80 && strchr ("()[]{}", (int) c) != NULL)
    return take_bracket (walk, *text, text[1]);
  if (c == '<')
    return take_angle (walk, text);
  if (c == '\\')
    return take_backslash (walk, text);
  if (c < 0x80 && strchr ("?#&,;|", (int) c) != NULL)
    return take_mark (walk, text);
  g_string_append_len (walk->out, text, (gssize) length);

  return length;
}

/*< private >
 * Looks for a DOI that begins at @at with its "10.".
 */
gsize
offprint_doi_scan (const OffprintPaste     *paste,
                   gsize                    at,
                   OffprintIdentifierKind  *kind,
                   char                   **value)
{
  Walk walk = { .paste = paste };
  OffprintDoiPlace place = { 0 };
  g_autoptr (GString) out = NULL;
  gsize registrant = 0;
  gsize slash = 0;
  gsize step = 0;

  if (!can_begin (paste, at))
    return 0;
  registrant = skip_registrant (paste->text + at);
  if (registrant == 0)
    return 0;
  slash = skip_slash (paste, at, at + registrant, &place);
  if (slash == 0)
    return 0;
  walk.place = look_around (paste, at);
  walk.place.is_encoded = place.is_encoded;
  out = g_string_new (NULL);
  walk.out = out;
  walk.at = at + registrant + slash;
  do
    {
      step = walk.at < paste->length && out->len < MAX_DOI ? take_one (&walk) : 0;
      walk.at += step;
    }
  while (step > 0);
  *value = offprint_doi_finish (paste->text + at, registrant, out->str, &walk.place);
  if (*value == NULL)
    return 0;
  *kind = OFFPRINT_IDENTIFIER_DOI;

  return walk.at;
}
