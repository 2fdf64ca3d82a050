/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets every layer say what it found, and makes one record of it: where two speak of the
 * same thing, the more exact one is believed.
 */

#include "config.h"

#include "page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "adapters.h"
#include "charset.h"
#include "found.h"
#include "join.h"
#include "json-value.h"
#include "layers.h"
#include "read.h"
#include "record.h"
#include "refused.h"
#include "seen.h"
#include "sniff.h"

G_DEFINE_QUARK (offprint - page - error - quark, offprint_page_error)

#define MAX_BYTES (20 * 1000 * 1000)

static const OffprintPageAdapter *const adapters[] = {
  &offprint_page_springer,
  &offprint_page_science_direct,
  &offprint_page_ieee,
  &offprint_page_arxiv,
  &offprint_page_pubmed,
  &offprint_page_atypon,
};

static const OffprintPageAdapter *
find_adapter (OffprintPage *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (adapters); i++)
    if (adapters[i]->matches (page))
      return adapters[i];
  return NULL;
}

static void
clear_layers (JsonObject **layers)
{
  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    g_clear_pointer (&layers[i], json_object_unref);
}

static gboolean
has (JsonObject *layer,
     const char *member)
{
  return layer != NULL && json_object_has_member (layer, member);
}

/* What a search engine is told is a work may be any text; a scholarly kind, or a DOI, makes
 * it one */
static gboolean
names_work (JsonObject *json_ld)
{
  static const char *const kinds[] = { "article-journal", "chapter", "thesis", "dataset", "report", "book", "software", NULL };
  const char *type = json_ld != NULL ? offprint_json_get_string (json_ld, "type") : NULL;

  if (!has (json_ld, "title") || type == NULL)
    return FALSE;
  return has (json_ld, "DOI") || (g_strv_contains (kinds, type) && has (json_ld, "author"));
}

/* Who knows a site so well has read all that its pages show */
static gboolean
knows_all (JsonObject *adapter)
{
  JsonObject *custom = offprint_json_get_object (adapter != NULL ? offprint_json_get_object (adapter, "custom") : NULL, "offprint");

  return has (adapter, "title") && has (adapter, "author") && has (adapter, "DOI") && (has (adapter, "abstract") || has (custom, "references"));
}

/* Without metadata, a heading with a DOI of its own and one more mark of a paper */
static gboolean
shows_work (JsonObject *body)
{
  JsonObject *custom = offprint_json_get_object (body != NULL ? offprint_json_get_object (body, "custom") : NULL, "offprint");

  if (!has (body, "title"))
    return FALSE;
  if (g_strcmp0 (offprint_json_get_string (body, "type"), "book") == 0 && has (body, "ISBN"))
    return TRUE;
  return has (body, "DOI") && (has (body, "author") || has (body, "abstract") || (custom != NULL && json_object_has_member (custom, "references")));
}

static gboolean
is_work (JsonObject **layers)
{
  JsonObject *dublin = layers[OFFPRINT_LAYER_DUBLIN];

  return has (layers[OFFPRINT_LAYER_ADAPTER], "title") || has (layers[OFFPRINT_LAYER_HIGHWIRE], "title") ||
         names_work (layers[OFFPRINT_LAYER_JSON_LD]) ||
         (has (dublin, "title") && (has (dublin, "DOI") || has (dublin, "author") || has (dublin, "container-title"))) ||
         shows_work (layers[OFFPRINT_LAYER_BODY]);
}

static gboolean
fail_part (const char  *name,
           GError     **error)
{
  g_set_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_PART,
               /* Translators: the name of a file or an address */
               _("“%s” is the page of a figure, a table or the like, not of a whole work: open the page of the article itself"), name);
  return FALSE;
}

static gboolean
fail_refused (const char  *name,
              GError     **error)
{
  g_set_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_REFUSED,
               /* Translators: the name of a file or an address */
               _("“%s” is a page that asks who you are, or refuses to show another one: open the work in a browser and save it there"), name);
  return FALSE;
}

static gboolean
fail_no_work (const char  *name,
              GError     **error)
{
  g_set_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_NO_WORK,
               /* Translators: the name of a file or an address */
               _("“%s” names no scholarly work: there are neither citation tags nor Dublin Core, no article, chapter or book in JSON-LD, and no title with a DOI and authors, an abstract or references"),
               name);
  return FALSE;
}

/* The layers of one page; FALSE with an error if it is of no work */
static gboolean
read_layers (OffprintPage  *page,
             const char    *name,
             JsonObject   **layers,
             GError       **error)
{
  const OffprintPageAdapter *adapter = find_adapter (page);

  if (offprint_page_is_refused (page))
    return fail_refused (name, error);
  if ((adapter != NULL && adapter->is_part != NULL && adapter->is_part (page)) || offprint_page_is_part (page))
    return fail_part (name, error);
  layers[OFFPRINT_LAYER_ADAPTER] = adapter != NULL ? adapter->read (page) : NULL;
  layers[OFFPRINT_LAYER_HIGHWIRE] = offprint_page_read_highwire (page);
  layers[OFFPRINT_LAYER_JSON_LD] = offprint_page_read_json_ld (page);
  layers[OFFPRINT_LAYER_DUBLIN] = offprint_page_read_dublin (page);
  layers[OFFPRINT_LAYER_DATA_LAYER] = offprint_page_read_data_layer (page);
  if (!knows_all (layers[OFFPRINT_LAYER_ADAPTER]))
    layers[OFFPRINT_LAYER_BODY] = offprint_page_read_body (page);
  return is_work (layers) || fail_no_work (name, error);
}

/* Where it lies: the address that the page calls its own, else where it came from */
static void
add_landing (OffprintPage *page,
             JsonObject   *record)
{
  const char *url = offprint_page_get_canonical (page);

  if (url == NULL)
    url = offprint_page_get_meta (page, "og:url");
  if (url == NULL)
    url = offprint_page_get_url (page);
  offprint_found_link (record, page, "landing", url, NULL);
}

/* The parser’s errors in the words of this room */
static void
translate_error (GError **error,
                 GError  *cause)
{
  gboolean is_large = g_error_matches (cause, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_TOO_LARGE);

  g_set_error_literal (error, OFFPRINT_PAGE_ERROR, is_large ? OFFPRINT_PAGE_ERROR_TOO_LARGE : OFFPRINT_PAGE_ERROR_BROKEN, cause->message);
}

static JsonObject *
read_html (GBytes        *bytes,
           const char    *content_type,
           const char    *url,
           const char    *name,
           char         **canonical,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (OffprintPage) page = offprint_page_new (bytes, content_type, url, &cause);
  JsonObject *layers[OFFPRINT_N_LAYERS] = { NULL };
  JsonObject *record = NULL;

  if (page == NULL)
    {
      translate_error (error, cause);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (read_layers (page, name, layers, error))
    {
      record = offprint_join (layers);
      add_landing (page, record);
      *canonical = g_strdup (offprint_page_get_canonical (page));
    }
  clear_layers (layers);
  return record;
}

static JsonObject *
read_plain (GBytes      *bytes,
            const char  *content_type,
            const char  *name,
            GError     **error)
{
  g_autoptr (GBytes) decoded = offprint_charset_decode (bytes, content_type);
  gsize length = 0;
  const char *data = g_bytes_get_data (decoded, &length);
  g_autofree char *text = offprint_text_clean (data, (gssize) length);
  JsonObject *record = offprint_page_read_plain (text, strlen (text));

  if (record == NULL)
    fail_no_work (name, error);
  return record;
}

static gboolean
check_size (GBytes      *bytes,
            const char  *name,
            GError     **error)
{
  if (g_bytes_get_size (bytes) <= MAX_BYTES)
    return TRUE;
  g_set_error (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_TOO_LARGE,
               /* Translators: the name of a file or an address; the numbers are of megabytes */
               _("“%s” has %u MB; at most %d MB of a page are read"), name, (guint) (g_bytes_get_size (bytes) / 1000000), MAX_BYTES / 1000000);
  return FALSE;
}

static OffprintReading *
read_archive (GBytes        *bytes,
              const char    *url,
              const char    *name,
              GDateTime     *at,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *inner_type = NULL;
  g_autofree char *inner_url = NULL;
  g_autofree char *canonical = NULL;
  g_autoptr (GBytes) inner = offprint_page_unpack_mhtml (bytes, &inner_type, &inner_url, error);
  JsonObject *record = NULL;

  if (inner == NULL)
    return NULL;
  record = read_html (inner, inner_type, url != NULL ? url : inner_url, name, &canonical, cancellable, error);
  if (record == NULL)
    return NULL;
  offprint_seen_stamp (record, at);
  return offprint_reading_new ("page", OFFPRINT_READING_ABOUT_WORK, url != NULL ? url : inner_url != NULL ? inner_url
                                                                                                          : canonical,
                               at, bytes, record);
}

/**
 * offprint_page_read:
 * @bytes: a page in HTML of any encoding, a web archive, or the text of a page
 * @content_type: (nullable): what the server said of it, with its charset
 * @url: (nullable): where it came from
 * @name: (nullable): the name of its file, for errors
 * @at: when it was got
 * @cancellable: (nullable): asked before and after the page is parsed
 * @error: return location for an error of the domain `OFFPRINT_PAGE_ERROR`, or
 *   `G_IO_ERROR_CANCELLED`
 *
 * Reads what a publisher’s page says of its work. May be called from any thread.
 *
 * Returns: (transfer full): a reading of the source `page`, or `NULL` with @error set
 */
OffprintReading *
offprint_page_read (GBytes        *bytes,
                    const char    *content_type,
                    const char    *url,
                    const char    *name,
                    GDateTime     *at,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const char *shown = name != NULL ? name : url != NULL ? url
                                                        : _("The page");
  g_autofree char *canonical = NULL;
  JsonObject *record = NULL;

  if (!check_size (bytes, shown, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  switch (offprint_sniff (bytes))
    {
    case OFFPRINT_SNIFF_ARCHIVE:
      return read_archive (bytes, url, shown, at, cancellable, error);
    case OFFPRINT_SNIFF_HTML:
      record = read_html (bytes, content_type, url, shown, &canonical, cancellable, error);
      break;
    case OFFPRINT_SNIFF_TEXT:
    case OFFPRINT_SNIFF_OTHER:
      record = read_plain (bytes, content_type, shown, error);
      break;
    }
  if (record == NULL)
    return NULL;
  offprint_seen_stamp (record, at);
  return offprint_reading_new ("page", OFFPRINT_READING_ABOUT_WORK, url != NULL ? url : canonical, at, bytes, record);
}

/**
 * offprint_page_sniff:
 * @bytes: a file
 *
 * Looks whether bytes are a page: HTML, a web archive, or the text of a page, rather than
 * JSON or a file of citations.
 *
 * Returns: whether offprint_page_read() is to be asked
 */
gboolean
offprint_page_sniff (GBytes *bytes)
{
  switch (offprint_sniff (bytes))
    {
    case OFFPRINT_SNIFF_ARCHIVE:
    case OFFPRINT_SNIFF_HTML:
      return TRUE;
    case OFFPRINT_SNIFF_TEXT:
      {
        g_autoptr (JsonObject) record = g_bytes_get_size (bytes) <= MAX_BYTES ? read_plain (bytes, NULL, "", NULL) : NULL;

        return record != NULL;
      }
    case OFFPRINT_SNIFF_OTHER:
      return FALSE;
    }
  return FALSE;
}
