/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Half of a page’s bytes and more are for its browser: code, styles, drawings, comments,
 * handlers, the blanks that indent the source. Each byte of them costs the parser forty
 * nanoseconds and eight bytes of memory, so they are left out before it sees them. What
 * is left parses to the same tree without them (HTML Standard, “Tokenization”); where
 * that is not certain, nothing is left out.
 */

#include "config.h"

#include "html-thin.h"

#include <stdlib.h>
#include <string.h>

#define MAX_NAME 16

typedef struct
{
  const char *at;
  const char *end;

  char *out;
  gsize n_out;

  guint n_pre; /* open elements in which blanks count */
  gboolean is_after_block;
  gboolean has_open_drawing; /* one that never ends was met */
} Thinner;

/* Around these white space is nothing; sorted */
static const char *const blocks[] = {
  "address", "article", "aside", "base", "blockquote", "body", "br", "caption", "col", "colgroup", "dd", "div", "dl", "dt", "fieldset",
  "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend", "li", "link",
  "main", "meta", "nav", "noscript", "ol", "optgroup", "option", "p", "script", "section", "style", "table", "tbody", "td", "template",
  "tfoot", "th", "thead", "title", "tr", "ul"
};

static int
compare_name (const void *key,
              const void *row)
{
  return strcmp (key, *(const char *const *) row);
}

static gboolean
is_block (const char *name)
{
  return bsearch (name, blocks, G_N_ELEMENTS (blocks), sizeof blocks[0], compare_name) != NULL;
}

/* The element’s name in small, cut at MAX_NAME; returns its length in the page */
static gsize
read_name (const char *start,
           const char *end,
           char       *name)
{
  gsize n = 0;

  while (start + n < end && !g_ascii_isspace (start[n]) && start[n] != '/' && start[n] != '>')
    {
      if (n < MAX_NAME - 1)
        name[n] = g_ascii_tolower (start[n]);
      n++;
    }
  name[MIN (n, MAX_NAME - 1)] = '\0';
  return n;
}

static void
put (Thinner    *self,
     const char *text,
     gsize       length)
{
  memcpy (self->out + self->n_out, text, length);
  self->n_out += length;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Whether the tag at @at, if it is one, is of a block */
static gboolean
is_before_block (Thinner    *self,
                 const char *at)
{
  char name[MAX_NAME];
  const char *start = at + 1;

  if (at >= self->end || *at != '<')
    return at >= self->end;
  if (start < self->end && *start == '/')
    start++;
  if (start >= self->end || !g_ascii_isalpha (*start))
    return FALSE;
  read_name (start, self->end, name);
  return is_block (name);
}

/* Runs of white space are one blank; none beside a block */
static void
put_text (Thinner    *self,
          const char *stop)
{
  const char *p = self->at;

  if (self->n_pre > 0)
    {
      put (self, p, (gsize) (stop - p));
      self->at = stop;
      return;
    }
  while (p < stop && is_space (*p))
    p++;
  if (p == stop)
    {
      if (p > self->at && !self->is_after_block && !is_before_block (self, stop))
        self->out[self->n_out++] = ' ';
      self->at = stop;
      return;
    }
  if (p > self->at)
    self->out[self->n_out++] = ' ';
  while (p < stop)
    {
      const char *start = p;

      while (p < stop && !is_space (*p))
        p++;
      put (self, start, (gsize) (p - start));
      start = p;
      while (p < stop && is_space (*p))
        p++;
      if (p > start)
        self->out[self->n_out++] = ' ';
    }
  self->is_after_block = FALSE;
  self->at = stop;
}

/* Handlers, sizes, colours, the stretch of a bracket: nobody reads them */
static gboolean
is_unwanted (const char *name,
             gsize       length)
{
  static const char *const unwanted[] = {
    "srcset", "sizes", "integrity", "crossorigin", "nonce", "tabindex", "autocomplete", "focusable", "bgcolor", "cellpadding",
    "cellspacing", "target", "width", "height", "align", "valign", "border", "alt", "for", "scope", "char", "charoff", "placeholder",
    "loading", "stretchy", "lspace", "rspace", "intent", "maxsize", "minsize", "symmetric", "itemscope", "xmlns", "media"
  };

  if (g_ascii_strncasecmp (name, "on", 2) == 0 || g_ascii_strncasecmp (name, "xmlns:", 6) == 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (unwanted); i++)
    if (unwanted[i][0] == g_ascii_tolower (name[0]) && strlen (unwanted[i]) == length && g_ascii_strncasecmp (name, unwanted[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* Of what pages keep for their own scripts, what tells readers of pages where they are */
static gboolean
is_wanted_data (const char *name,
                gsize       length)
{
  static const char *const words[] = { "test", "title", "doi", "counter", "track-action", "track-label", "corresp", "section" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strstr_len (name, (gssize) length, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_wanted (const char *name,
           gsize       length,
           const char *value,
           gsize       value_length)
{
  if (is_unwanted (name, length))
    return FALSE;
  if (length > 5 && g_ascii_strncasecmp (name, "data-", 5) == 0)
    return is_wanted_data (name, length);
  if (length > 5 && g_ascii_strncasecmp (name, "aria-", 5) == 0)
    return strchr ("lh", name[5]) != NULL; /* aria-labelledby, -hidden */
  if (length == 5 && g_ascii_strncasecmp (name, "style", 5) == 0)
    return value != NULL && (g_strstr_len (value, value_length, "display") != NULL || g_strstr_len (value, value_length, "font") != NULL);
  return TRUE;
}

static const char *
skip_spaces (const char *p,
             const char *end)
{
  while (p < end && is_space (*p))
    p++;
  return p;
}

/* One attribute at @p; returns what is behind it, NULL at the end of the page */
static const char *
put_attribute (Thinner    *self,
               const char *p)
{
  const char *name = p;
  const char *value = NULL;
  gsize length = 0;
  gsize value_length = 0;

  /* an equals sign at its beginning is part of the name */
  for (p++; p < self->end && !is_space (*p) && *p != '/' && *p != '>' && *p != '='; p++)
    ;
  length = (gsize) (p - name);
  if (skip_spaces (p, self->end) < self->end && *skip_spaces (p, self->end) == '=')
    {
      value = skip_spaces (skip_spaces (p, self->end) + 1, self->end);
      if (value >= self->end)
        return NULL;
      if (*value == '"' || *value == '\'')
        {
          p = memchr (value + 1, *value, (gsize) (self->end - value - 1));
          if (p == NULL)
            return NULL;
          p++;
        }
      else
        for (p = value; p < self->end && !is_space (*p) && *p != '>'; p++)
          ;
      value_length = (gsize) (p - value);
    }
  if (!is_wanted (name, length, value, value_length))
    return p;
  self->out[self->n_out++] = ' ';
  put (self, name, length);
  if (value != NULL && value_length > 0)
    {
      self->out[self->n_out++] = '=';
      put (self, value, value_length);
    }
  return p;
}

/* A start tag at self->at, of which the name has @length bytes. FALSE at the end of the
 * page, where it is no tag. */
static gboolean
put_start_tag (Thinner *self,
               gsize    length)
{
  gsize before = self->n_out;
  const char *p = self->at + 1 + length;
  gboolean is_closed = FALSE;

  put (self, self->at, 1 + length);
  while (p != NULL && p < self->end && *p != '>')
    {
      is_closed = *p == '/';
      if (is_space (*p) || *p == '/')
        p++;
      else
        p = put_attribute (self, p);
    }
  if (p == NULL || p >= self->end)
    {
      self->n_out = before;
      self->at = self->end;
      return FALSE;
    }
  if (is_closed)
    self->out[self->n_out++] = '/';
  self->out[self->n_out++] = '>';
  self->at = p + 1;
  return TRUE;
}

/* Where “</name” begins that ends raw text; the end of the page if nowhere */
static const char *
find_end_tag (Thinner    *self,
              const char *name)
{
  gsize length = strlen (name);

  for (const char *p = self->at; p < self->end && (p = memchr (p, '<', (gsize) (self->end - p))) != NULL; p++)
    {
      const char *behind = p + 2 + length;

      if (behind <= self->end && p[1] == '/' && g_ascii_strncasecmp (p + 2, name, length) == 0 &&
          (behind == self->end || is_space (*behind) || *behind == '/' || *behind == '>'))
        return p;
    }
  return self->end;
}

static gboolean
holds (const char *text,
       gsize       length,
       const char *needle)
{
  return memmem (text, length, needle, strlen (needle)) != NULL;
}

/* Scripts that hold JSON are what some pages say most in. In one with “<!--” another may
 * begin and end, which is more than is understood here: FALSE. */
static gboolean
put_script (Thinner *self)
{
  const char *end = find_end_tag (self, "script");
  gsize length = (gsize) (end - self->at);

  if (holds (self->at, length, "<!--") && (holds (self->at, length, "<script") || holds (self->at, length, "<SCRIPT")))
    return FALSE;
  if (holds (self->at, length, "{\"") || holds (self->at, length, "@context"))
    put (self, self->at, length);
  self->at = end;
  return TRUE;
}

/* What is in an element that holds text only, if anybody reads it */
static gboolean
put_raw (Thinner    *self,
         const char *name)
{
  static const char *const dropped[] = { "style", "iframe", "xmp", "noembed", "noframes" };
  static const char *const kept[] = { "title", "textarea" };

  if (strcmp (name, "script") == 0)
    return put_script (self);
  if (strcmp (name, "plaintext") == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    if (strcmp (name, dropped[i]) == 0)
      self->at = find_end_tag (self, name);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strcmp (name, kept[i]) == 0)
      {
        const char *end = find_end_tag (self, name);

        put (self, self->at, (gsize) (end - self->at));
        self->at = end;
      }
  return TRUE;
}

/* A drawing up to its own end, with those in it; nothing if it has none */
static gboolean
skip_drawing (Thinner *self)
{
  guint depth = 0;

  if (self->has_open_drawing)
    return FALSE;
  for (const char *p = self->at; p < self->end && (p = memchr (p, '<', (gsize) (self->end - p))) != NULL; p++)
    {
      if (self->end - p < 5)
        break;
      if (g_ascii_strncasecmp (p, "<svg", 4) == 0)
        depth++;
      else if (g_ascii_strncasecmp (p, "</svg", 5) == 0 && --depth == 0)
        {
          const char *close = memchr (p, '>', (gsize) (self->end - p));

          if (close == NULL)
            break;
          put (self, "<svg></svg>", 11);
          self->at = close + 1;
          return TRUE;
        }
    }
  self->has_open_drawing = TRUE;
  return FALSE;
}

static gboolean
is_drawing (Thinner    *self,
            const char *name)
{
  const char *close = memchr (self->at, '>', (gsize) (self->end - self->at));

  return strcmp (name, "svg") == 0 && close != NULL && close[-1] != '/' && close - self->at >= 4;
}

/* FALSE if it cannot be told what it means */
static gboolean
put_tag (Thinner *self)
{
  char name[MAX_NAME];
  gboolean is_end = self->at[1] == '/';
  gsize length = read_name (self->at + 1 + is_end, self->end, name);

  if (!is_end && is_drawing (self, name) && skip_drawing (self))
    {
      self->is_after_block = FALSE;
      return TRUE;
    }
  if (strcmp (name, "pre") == 0 || strcmp (name, "listing") == 0)
    self->n_pre = is_end ? self->n_pre - (self->n_pre > 0) : self->n_pre + 1;
  self->is_after_block = is_block (name);
  if (is_end)
    {
      const char *close = memchr (self->at, '>', (gsize) (self->end - self->at));

      if (close == NULL || memchr (self->at, '"', (gsize) (close - self->at)) != NULL)
        return FALSE;
      put (self, self->at, 2 + length);
      self->out[self->n_out++] = '>';
      self->at = close + 1;
      return TRUE;
    }
  return !put_start_tag (self, length) || put_raw (self, name);
}

/* HTML Standard, “Comment state”: “<!-->” and “<!--->” are whole ones */
static void
skip_comment (Thinner *self)
{
  const char *p = self->at + 4;

  if (p < self->end && *p == '>')
    {
      self->at = p + 1;
      return;
    }
  for (p = self->at + 2; p < self->end && (p = memchr (p, '>', (gsize) (self->end - p))) != NULL; p++)
    if ((p - self->at >= 5 && p[-1] == '-' && p[-2] == '-') || (p - self->at >= 7 && p[-1] == '!' && p[-2] == '-' && p[-3] == '-'))
      {
        self->at = p + 1;
        return;
      }
  self->at = self->end;
}

/* FALSE if it cannot be told what something means */
static gboolean
thin (Thinner *self)
{
  while (self->at < self->end)
    {
      const char *stop = self->at;

      while (stop < self->end && (stop = memchr (stop, '<', (gsize) (self->end - stop))) != NULL)
        {
          const char *start = stop + 1 < self->end && stop[1] == '/' ? stop + 2 : stop + 1;

          if ((start < self->end && g_ascii_isalpha (*start)) || (self->end - stop >= 4 && memcmp (stop, "<!--", 4) == 0))
            break;
          stop++;
        }
      if (stop == NULL)
        stop = self->end;
      if (stop > self->at)
        put_text (self, stop);
      if (self->at >= self->end)
        break;
      if (self->at[1] == '!')
        skip_comment (self);
      else if (!put_tag (self))
        return FALSE;
    }
  return TRUE;
}

/**
 * offprint_html_thin:
 * @html: a page; need not end in a nul
 * @length: bytes in @html
 * @thin_length: (out): bytes of what is left
 *
 * Leaves out comments, styles, drawings, code that holds no JSON, handlers and the white
 * space between blocks.
 *
 * Returns: (transfer full): the page
 */
char *
offprint_html_thin (const char *html,
                    gsize       length,
                    gsize      *thin_length)
{
  Thinner self = { .at = html, .end = html + length, .is_after_block = TRUE };

  /* a blank more for attributes that none parts, of at least four bytes each */
  self.out = g_malloc (length + length / 4 + 16);

  if (!thin (&self))
    {
      memcpy (self.out, html, length);
      self.n_out = length;
    }
  *thin_length = self.n_out;
  self.out[self.n_out] = '\0';
  return g_realloc (self.out, self.n_out + 1);
}
