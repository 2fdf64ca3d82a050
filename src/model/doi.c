/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DOIs as people have them: bare, as `doi:` names, in links of resolvers, proxies and
 * publishers, in running text with a full stop stuck on, broken at the end of a line,
 * escaped for TeX. services.md 1.1 to 1.4; DOI Handbook; ANSI/NISO Z39.84.
 */

#include "config.h"

#include "identifier-private.h"

#include <string.h>

#define MAX_DOI      2048
#define MAX_OPEN     64
#define MAX_DECODING 3
#define MAX_BEFORE   512

/* What is known of the place in which a DOI stands */
typedef struct {
  gboolean is_url;
  gboolean is_direct;  /* nothing but a host stands before it, as on a resolver */
  gboolean is_query;   /* it is the value of a parameter */
  gboolean is_encoded; /* its slash is percent-encoded, so all of it is */
} Place;

typedef struct {
  const OffprintPaste *paste;
  Place                place;
  gsize                at;
  GString             *out;
  char                 open[MAX_OPEN];
  guint                n_open;
  guint                n_tags;
} Walk;

static gboolean
has_prefix (const char *text,
            const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* Characters that no identifier of a link or a text runs over */
static gboolean
is_border (gunichar c)
{
  return c == 0 || c == '"' || c == '`' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb ||
         c == 0x2039 || c == 0x203a || c == 0x2014 || c == 0x2015 || g_unichar_isspace (c);
}

static Place
look_around (const OffprintPaste *paste,
             gsize                at)
{
  Place place = { 0 };
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
  if (at >= 3 && has_prefix (text + at - 3, "doi"))
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
            Place               *place)
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
  static const char * const inner[] = { "b", "em", "i", "mark", "span", "strong", "wbr" };
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
  if (text[1] != '\0' && strchr ("_&%#{}$~^/<>", text[1]) != NULL)
    {
      g_string_append_c (walk->out, text[1]);
      return 2;
    }
  if (has_prefix (text, "\\textless") || has_prefix (text, "\\textgreater"))
    {
      gsize length = has_prefix (text, "\\textless") ? strlen ("\\textless") : strlen ("\\textgreater");

      g_string_append_c (walk->out, length == strlen ("\\textless") ? '<' : '>');
      return length + strspn (text + length, "{}");
    }

  return 0;
}

/* Whether a parameter begins: “needAccess=true” */
static gboolean
is_parameter (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

  return length > 0 && text[length] == '=';
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
      is_end = walk->place.is_url || walk->place.is_encoded || is_parameter (text + 1);
      break;
    case '#':
      is_end = walk->place.is_url || walk->place.is_encoded;
      break;
    case '&':
      is_end = walk->place.is_query || walk->place.is_encoded || is_parameter (text + 1);
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
  if (is_border (c) || c == '>' || g_unichar_iscntrl (c))
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

static gboolean
needs_decoding (const char  *text,
                const Place *place)
{
  static const char * const codes[] = { "%3c", "%3e", "%28", "%29", "%2f", "%3a", "%3b" };
  g_autofree char *lower = NULL;

  if (strchr (text, '%') == NULL)
    return FALSE;
  if (place->is_url || place->is_encoded)
    return TRUE;
  lower = g_ascii_strdown (text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strstr (lower, codes[i]) != NULL)
      return TRUE;

  return FALSE;
}

static char *
decode (const char  *text,
        const Place *place)
{
  char *current = g_strdup (text);

  for (guint i = 0; i < MAX_DECODING && needs_decoding (current, place); i++)
    {
      char *next = g_uri_unescape_string (current, NULL);

      if (next == NULL || !g_utf8_validate (next, -1, NULL))
        {
          g_free (next);
          break;
        }
      g_free (current);
      current = next;
    }

  return current;
}

/* What decoding laid open: the end of an address that was a parameter of another */
static void
cut_decoded (char        *text,
             const Place *place)
{
  for (char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_border (c) || g_unichar_iscntrl (c) || (c == '?' && is_parameter (at + 1)) ||
          (place->is_encoded && (c == '#' || (c == '&' && is_parameter (at + 1)))))
        {
          *at = '\0';
          return;
        }
    }
}

static gboolean
is_balanced (const char *text,
             char        closer)
{
  char opener = closer == ')' ? '(' : closer == ']' ? '[' : closer == '}' ? '{' : '<';
  int depth = 0;

  for (const char *at = text; *at != '\0'; at++)
    depth += *at == opener ? 1 : *at == closer ? -1 : 0;

  return depth >= 0;
}

static void
trim_end (char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      char *last = g_utf8_prev_char (text + length);
      gunichar c = g_utf8_get_char (last);
      gboolean is_stuck = (c < 0x80 && strchr (".,;:!?'*/\\|([{<~^", (int) c) != NULL) ||
                          c == 0x2019 || c == 0x2018 || c == 0x2026 || c == 0xb7;

      if (!is_stuck && c < 0x80 && strchr (")]}>", (int) c) != NULL)
        is_stuck = !is_balanced (text, (char) c);
      if (!is_stuck)
        return;
      *last = '\0';
      length = (gsize) (last - text);
    }
}

/* What publishers' addresses add behind the DOI: another form of the same work */
static const char * const tails[] = {
  "/abstract", "/citation", "/citations", "/citedby", "/download", "/epdf", "/epub", "/full", "/full/html", "/fulltext", "/full-text",
  "/html", "/meta", "/metrics", "/pdf", "/pdfft", "/pdfplus", "/ppt", "/preview", "/read", "/reader", "/references", "/related",
  "/summary", "/suppl", "/supplementary", "/tables", "/viewer", "/xml",
  ".abstract", ".bib", ".epub", ".full", ".full-text", ".full.pdf", ".fulltext", ".html", ".json", ".pdf", ".png", ".ris", ".short",
  ".svg", ".xml",
};

/* … and folders of it, of which nothing that follows is the DOI's */
static const char * const folders[] = { "/suppl_file/", "/figures/", "/figure/", "/tables/", "/transform", "/asset/", "/assets/" };

static gboolean
cut_tail (char *text)
{
  gsize length = strlen (text);
  gsize digits = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      gsize tail = strlen (tails[i]);

      if (length > tail && g_ascii_strcasecmp (text + length - tail, tails[i]) == 0)
        {
          text[length - tail] = '\0';
          return TRUE;
        }
    }
  /* preprint servers: “…123456v2” is a version of “…123456” */
  while (digits < length && g_ascii_isdigit (text[length - digits - 1]))
    digits++;
  if (digits > 0 && digits < 3 && length > digits + 1 && text[length - digits - 1] == 'v' &&
      g_ascii_isdigit (text[length - digits - 2]))
    {
      text[length - digits - 1] = '\0';
      return TRUE;
    }

  return FALSE;
}

static void
cut_tails (char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      char *part = strstr (text, folders[i]);

      if (part != NULL)
        *part = '\0';
    }
  while (cut_tail (text))
    trim_end (text);
}

static char *
finish (const char  *registrant,
        gsize        length,
        const char  *raw,
        const Place *place)
{
  g_autofree char *decoded = decode (raw, place);
  g_autofree char *suffix = offprint_paste_decode_entities (decoded);
  g_autofree char *whole = NULL;

  cut_decoded (suffix, place);
  trim_end (suffix);
  if (place->is_url && !place->is_direct)
    cut_tails (suffix);
  if (*suffix == '\0')
    return NULL;
  whole = g_strdup_printf ("%.*s/%s", (int) length, registrant, suffix);

  return g_ascii_strdown (whole, -1);
}

/*< private >
 * Looks for a DOI that begins at @at with its "10.".
 */
gsize
offprint_doi_scan (const OffprintPaste    *paste,
                   gsize                   at,
                   OffprintIdentifierKind *kind,
                   char                  **value)
{
  Walk walk = { .paste = paste };
  Place place = { 0 };
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
  *value = finish (paste->text + at, registrant, out->str, &walk.place);
  if (*value == NULL)
    return 0;
  *kind = OFFPRINT_IDENTIFIER_DOI;

  return walk.at;
}

/* "10/abc" may be a date or a fraction, so a word must stand before it, or nothing else */
static gsize
scan_short_name (const OffprintPaste *paste,
                 gsize                at,
                 gsize               *begin)
{
  const char *text = paste->text + at;
  gsize length = 0;
  gboolean is_marked = FALSE;

  if (has_prefix (text, "10/"))
    {
      *begin = at + 3;
      is_marked = offprint_paste_follows (paste, at, "doi") || offprint_paste_follows (paste, at, "doi.org") ||
                  paste->mode == OFFPRINT_PASTE_VALUE;
    }
  else if (has_prefix (text, "doi.org/"))
    {
      *begin = at + strlen ("doi.org/");
      is_marked = TRUE;
    }
  else
    return 0;
  text = paste->text + *begin;
  while (g_ascii_isalnum (text[length]))
    length++;
  if (length < 2 || length > 10 || (text[length] != '\0' && strchr ("/.-_%:", text[length]) != NULL && g_ascii_isalnum (text[length + 1])))
    return 0;
  if (is_marked)
    return length;

  return length >= 3 && strspn (text, "0123456789") < length && offprint_paste_is_all (paste, at, *begin + length) ? length : 0;
}

/*< private >
 * Looks for a short DOI, “10/abc” or “doi.org/abc”, which the resolver knows as an alias.
 */
gsize
offprint_short_doi_scan (const OffprintPaste    *paste,
                         gsize                   at,
                         OffprintIdentifierKind *kind,
                         char                  **value)
{
  g_autofree char *name = NULL;
  gsize begin = 0;
  gsize length = 0;

  if (at > 0 && (g_ascii_isalnum (paste->text[at - 1]) || paste->text[at - 1] == '-'))
    return 0;
  length = scan_short_name (paste, at, &begin);
  if (length == 0)
    return 0;
  name = g_ascii_strdown (paste->text + begin, (gssize) length);
  *value = g_strconcat ("10/", name, NULL);
  *kind = OFFPRINT_IDENTIFIER_SHORT_DOI;

  return begin + length;
}

/*< private >
 * Encodes a DOI for an address: DOI Handbook, “Encoding rules for URLs”. The slashes stay,
 * but one of “/./” and “/../”, which a client would take for folders.
 */
char *
offprint_doi_escape (const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, "/:;()_-.~,", FALSE);
  g_autoptr (GString) out = g_string_new (escaped);

  g_string_replace (out, "/./", "/.%2F", 0);
  g_string_replace (out, "/../", "/..%2F", 0);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
