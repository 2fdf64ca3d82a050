/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A web archive is a mail with a page and its pictures in it (RFC 2557). Browsers write it
 * each in their way: whole pages quoted or in base64, the address at the page or at the
 * whole. Only the page is wanted. The archive is split here, so that none of its parts is
 * read before it is known to be the one, and nothing can be nested or counted without end;
 * headers and encodings are GMime’s.
 */

#include "config.h"

#include "layers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "href.h"
#include "mime.h"
#include "page.h"

#define MAX_PARTS    10000
#define MAX_DEPTH    8
#define MAX_HEADER   (64 * 1024)
#define MAX_BOUNDARY 200

typedef struct
{
  const char *data;
  gsize length;
} Span;

typedef struct
{
  Span body;
  GMimeObject *head; /* Owned: the header alone */
} Part;

static void
clear_part (Part *part)
{
  g_clear_object (&part->head);
}

/* Bytes up to the end of a line and behind it */
static const char *
find_line_end (const char  *start,
               const char  *end,
               const char **next)
{
  const char *stop = memchr (start, '\n', end - start);

  *next = stop != NULL ? stop + 1 : end;
  stop = stop != NULL ? stop : end;
  if (stop > start && stop[-1] == '\r')
    stop--;

  return stop;
}

/* The header ends at the first empty line; a part may begin with one and have none */
static gsize
measure_header (Span   span,
                gsize *body)
{
  const char *p = span.data;
  const char *end = span.data + span.length;

  while (p < end && p - span.data <= MAX_HEADER)
    {
      const char *next = NULL;
      const char *stop = find_line_end (p, end, &next);

      if (stop == p)
        {
          *body = next - span.data;
          return p - span.data;
        }
      p = next;
    }
  *body = p - span.data;

  return p - span.data;
}

/* A header alone: GMime never sees what it is of */
static gboolean
read_part (const OffprintMime *mime,
           Span                span,
           Part               *part)
{
  gsize body = 0;
  gsize length = measure_header (span, &body);
  g_autofree char *header = g_strndup (span.data, length);
  g_autofree char *whole = g_strconcat (header, "\r\n\r\n", NULL);
  g_autoptr (GMimeStream) stream = mime->g_mime_stream_mem_new_with_buffer (whole, strlen (whole));
  g_autoptr (GMimeParser) parser = mime->g_mime_parser_new_with_stream (stream);

  mime->g_mime_parser_set_persist_stream (parser, FALSE);
  mime->g_mime_parser_set_format (parser, GMIME_FORMAT_MESSAGE);
  part->head = mime->g_mime_parser_construct_part (parser, NULL);
  part->body.data = span.data + body;
  part->body.length = span.length - body;

  return part->head != NULL;
}

static gboolean
is_type (const OffprintMime *mime,
         GMimeObject        *head,
         const char         *type,
         const char         *subtype)
{
  GMimeContentType *content = mime->g_mime_object_get_content_type (head);

  return content != NULL && mime->g_mime_content_type_is_type (content, type, subtype);
}

static gboolean
is_page (const OffprintMime *mime,
         GMimeObject        *head)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (head, mime->g_mime_part_get_type ()) && (is_type (mime, head, "text", "html") || is_type (mime, head, "application", "xhtml+xml"));
}

/* Where a line of that boundary begins at or after @p; @behind: what follows the line.
 * @is_last: whether it closes the whole */
static const char *
find_boundary (const char  *p,
               const char  *end,
               const char  *boundary,
               const char **behind,
               gboolean    *is_last)
{
  gsize length = strlen (boundary);

  while (p < end)
    {
      const char *next = NULL;
      const char *stop = find_line_end (p, end, &next);

      if ((gsize) (stop - p) >= length + 2 && p[0] == '-' && p[1] == '-' && memcmp (p + 2, boundary, length) == 0)
        {
          const char *rest = p + 2 + length;

          *is_last = stop - rest >= 2 && rest[0] == '-' && rest[1] == '-';
          rest += *is_last ? 2 : 0;
          while (rest < stop && (*rest == ' ' || *rest == '\t'))
            rest++;
          if (rest == stop)
            {
              *behind = next;
              return p;
            }
        }
      p = next;
    }
  return NULL;
}

/* The parts of a multipart body: RFC 2046, 5.1.1 */
static GArray *
split_parts (Span        body,
             const char *boundary,
             guint      *n_left)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  const char *end = body.data + body.length;
  const char *behind = NULL;
  gboolean is_last = FALSE;
  const char *at = find_boundary (body.data, end, boundary, &behind, &is_last);

  while (at != NULL && !is_last && *n_left > 0)
    {
      const char *start = behind;
      Span span = { start, 0 };

      at = find_boundary (start, end, boundary, &behind, &is_last);
      span.length = (at != NULL ? at : end) - start;
      if (span.length > 0)
        g_array_append_val (spans, span);
      (*n_left)--;
    }
  return spans;
}

/* `start` of multipart/related names the part that is the page: RFC 2387, 3.2 */
static gboolean
is_start (const OffprintMime *mime,
          GMimeObject        *whole,
          GMimeObject        *head)
{
  const char *start = mime->g_mime_object_get_content_type_parameter (whole, "start");
  const char *id = mime->g_mime_object_get_content_id (head);
  gsize length = id != NULL ? strlen (id) : 0;

  if (start == NULL || length == 0)
    return FALSE;
  if (*start == '<')
    start++;

  return strncmp (start, id, length) == 0 && (start[length] == '\0' || strcmp (start + length, ">") == 0);
}

/* The page in a part, or in what that holds: named as the start, else the first. Calls
 * itself for what holds parts, at most %MAX_DEPTH times. */
static gboolean
find_page (const OffprintMime *mime,
           Part               *whole,
           guint               depth,
           guint              *n_left,
           Part               *page)
{
  const char *boundary = NULL;
  g_autoptr (GArray) spans = NULL;
  gboolean has_page = FALSE;

  if (is_page (mime, whole->head))
    {
      page->head = g_object_ref (whole->head);
      page->body = whole->body;
      return TRUE;
    }
  boundary = is_type (mime, whole->head, "multipart", "*") ? mime->g_mime_object_get_content_type_parameter (whole->head, "boundary") : NULL;
  if (boundary == NULL || *boundary == '\0' || strlen (boundary) > MAX_BOUNDARY || depth >= MAX_DEPTH)
    return FALSE;
  spans = split_parts (whole->body, boundary, n_left);
  for (guint i = 0; i < spans->len; i++)
    {
      Part part = { { NULL, 0 }, NULL };
      Part found = { { NULL, 0 }, NULL };
      gboolean is_named = FALSE;

      if (!read_part (mime, g_array_index (spans, Span, i), &part))
        continue;
      is_named = is_start (mime, whole->head, part.head);
      if ((!has_page || is_named) && find_page (mime, &part, depth + 1, n_left, &found))
        {
          clear_part (page);
          *page = found;
          has_page = TRUE;
        }
      clear_part (&part);
      if (has_page && (is_named || mime->g_mime_object_get_content_type_parameter (whole->head, "start") == NULL))
        break;
    }
  return has_page;
}

/* Quoted-printable, base64 or as it is */
static GBytes *
decode (const OffprintMime *mime,
        Part               *page)
{
  g_autoptr (GMimeStream) in = mime->g_mime_stream_mem_new_with_buffer (page->body.data, page->body.length);
  g_autoptr (GMimeStream) out = mime->g_mime_stream_mem_new ();
  g_autoptr (GMimeDataWrapper) wrapper = NULL;
  GByteArray *array = NULL;

  wrapper = mime->g_mime_data_wrapper_new_with_stream (in, mime->g_mime_part_get_content_encoding ((GMimePart *) page->head));
  mime->g_mime_data_wrapper_write_to_stream (wrapper, out);
  array = mime->g_mime_stream_mem_get_byte_array ((GMimeStreamMem *) out);

  return g_bytes_new (array->data, array->len);
}

/* Where the page came from: said at it, or at the whole */
static char *
dup_url (const OffprintMime *mime,
         GMimeObject        *whole,
         GMimeObject        *page)
{
  const char *const places[] = {
    mime->g_mime_object_get_header (page, "Content-Location"),
    mime->g_mime_object_get_header (whole, "Snapshot-Content-Location"),
    mime->g_mime_object_get_header (whole, "Content-Location"),
    mime->g_mime_object_get_header (page, "Content-Base"),
    mime->g_mime_object_get_header (whole, "Content-Base"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *url = places[i] != NULL ? offprint_href_clean (places[i]) : NULL;

      if (url != NULL && !g_str_has_prefix (url, "mailto:"))
        return g_steal_pointer (&url);
    }
  return NULL;
}

static char *
dup_type (const OffprintMime *mime,
          GMimeObject        *page)
{
  g_autofree char *type = mime->g_mime_content_type_get_mime_type (mime->g_mime_object_get_content_type (page));
  const char *charset = mime->g_mime_object_get_content_type_parameter (page, "charset");

  return charset != NULL ? g_strdup_printf ("%s; charset=%s", type, charset) : g_steal_pointer (&type);
}

/**
 * offprint_page_unpack_mhtml:
 * @bytes: a web archive, not to be trusted
 * @content_type: (out) (transfer full) (nullable): what the archive says of the page, with
 *   its charset
 * @url: (out) (transfer full) (nullable): where the page came from
 * @error: return location for an error of the domain `OFFPRINT_PAGE_ERROR`
 *
 * Takes the page out of a web archive: RFC 2557, multipart/related or a single part.
 *
 * Returns: (transfer full): the HTML of the page, or `NULL` with @error set
 */
GBytes *
offprint_page_unpack_mhtml (GBytes  *bytes,
                            char   **content_type,
                            char   **url,
                            GError **error)
{
  const OffprintMime *mime = offprint_mime_load (error);
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  Span span = { data, length };
  Part whole = { { NULL, 0 }, NULL };
  Part page = { { NULL, 0 }, NULL };
  guint n_left = MAX_PARTS;
  GBytes *html = NULL;

  *content_type = NULL;
  *url = NULL;
  if (mime == NULL)
    return NULL;
  while (span.length > 0 && g_ascii_isspace (*span.data))
    {
      span.data++;
      span.length--;
    }
  if (span.length > 0 && read_part (mime, span, &whole) && find_page (mime, &whole, 0, &n_left, &page))
    {
      html = decode (mime, &page);
      *content_type = dup_type (mime, page.head);
      *url = dup_url (mime, whole.head, page.head);
    }
  else
    g_set_error_literal (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_BROKEN,
                         _("This web archive holds no page, or is cut off before it: save the page in a browser once more"));
  clear_part (&page);
  clear_part (&whole);

  return html;
}
