/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a publisher sells, a library has often paid for; its readers get there by an
 * address of the library's own. Nothing is logged in to and no password is kept here:
 * the address is made and the browser does the rest.
 */

#include "config.h"

#include "library-link.h"

#include <string.h>

#include "library-address.h"
#include "open-url.h"

struct _OffprintLibraryLink
{
  OffprintLibraryLinkKind kind;

  /* Owned */
  char *address;
};

G_DEFINE_BOXED_TYPE (OffprintLibraryLink, offprint_library_link, offprint_library_link_ref, offprint_library_link_unref)

/**
 * offprint_library_link_new:
 * @kind: which kind of link
 * @address: the library's address; a whole link to some work is cut to what is the library's
 * @error: return location for an error of the domain `OFFPRINT_MODEL_ERROR`
 *
 * Makes a link of a kind that is known.
 *
 * Only https is taken, and http to this machine; an address that holds a user's name or
 * password is refused.
 *
 * Returns: (transfer full): the link, or `NULL` with @error set
 */
OffprintLibraryLink *
offprint_library_link_new (OffprintLibraryLinkKind   kind,
                           const char               *address,
                           GError                  **error)
{
  OffprintLibraryLink *self;
  g_autofree char *checked = NULL;
  g_autofree char *cleaned = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  if (kind == OFFPRINT_LIBRARY_LINK_OPENATHENS && strstr (address, "://") == NULL && strchr (address, '/') == NULL)
    {
      g_autofree char *domain = g_strstrip (g_strdup (address));
      g_autofree char *whole = g_strconcat ("https://go.openathens.net/redirector/", domain, NULL);

      checked = offprint_library_address_check (whole, error);
    }
  else
    {
      checked = offprint_library_address_check (address, error);
    }
  if (checked == NULL)
    return NULL;
  cleaned = offprint_library_address_clean (checked, kind, error);
  if (cleaned == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (OffprintLibraryLink);
  self->kind = kind;
  self->address = g_steal_pointer (&cleaned);
  return self;
}

/**
 * offprint_library_link_parse:
 * @pasted: what somebody typed or pasted
 * @fallback: its kind if it does not show one; `OFFPRINT_LIBRARY_LINK_NONE` if nobody knows
 * @error: return location for an error of the domain `OFFPRINT_MODEL_ERROR`
 *
 * Reads a library's address as people have it at hand: from the library's page of help, or
 * as a link to some work that they have just opened through it.
 *
 * Returns: (transfer full): the link, or `NULL` with @error set
 */
OffprintLibraryLink *
offprint_library_link_parse (const char               *pasted,
                             OffprintLibraryLinkKind   fallback,
                             GError                  **error)
{
  OffprintLibraryLinkKind kind = fallback;
  g_autofree char *checked = NULL;

  g_return_val_if_fail (pasted != NULL, NULL);

  checked = offprint_library_address_check (pasted, NULL);
  if (checked != NULL)
    kind = offprint_library_address_recognise (checked);
  if (kind == OFFPRINT_LIBRARY_LINK_NONE)
    kind = fallback;
  return offprint_library_link_new (kind, pasted, error);
}

/**
 * offprint_library_link_ref:
 * @self: a link
 *
 * Returns: (transfer full): @self
 */
OffprintLibraryLink *
offprint_library_link_ref (OffprintLibraryLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_free (((OffprintLibraryLink *) data)->address);
}

/**
 * offprint_library_link_unref:
 * @self: (transfer full): a link
 */
void
offprint_library_link_unref (OffprintLibraryLink *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * offprint_library_link_get_kind:
 * @self: a link
 *
 * Returns: which kind of link it is
 */
OffprintLibraryLinkKind
offprint_library_link_get_kind (OffprintLibraryLink *self)
{
  g_return_val_if_fail (self != NULL, OFFPRINT_LIBRARY_LINK_NONE);

  return self->kind;
}

/**
 * offprint_library_link_get_address:
 * @self: a link
 *
 * Returns: the library's address, without any work in it
 */
const char *
offprint_library_link_get_address (OffprintLibraryLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->address;
}

/* The address ends where the host does. */
static gsize
get_origin_length (OffprintLibraryLink *self)
{
  const char *host = strstr (self->address, "://") + strlen ("://");

  return (gsize) (host - self->address) + strcspn (host, "/?#");
}

/**
 * offprint_library_link_dup_host:
 * @self: a link
 *
 * Returns: (transfer full): the machine that it leads to first
 */
char *
offprint_library_link_dup_host (OffprintLibraryLink *self)
{
  g_autofree char *origin = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  origin = g_strndup (self->address, get_origin_length (self));
  uri = g_uri_parse (origin, G_URI_FLAGS_ENCODED, NULL);
  return g_strdup (uri != NULL ? g_uri_get_host (uri) : origin);
}

/**
 * offprint_library_link_dup_origin:
 * @self: a link
 *
 * Returns: (transfer full): the address of that machine alone, to see whether it answers
 */
char *
offprint_library_link_dup_origin (OffprintLibraryLink *self)
{
  g_autofree char *origin = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  origin = g_strndup (self->address, get_origin_length (self));
  return g_strconcat (origin, "/", NULL);
}

static gboolean
is_web (const char *target)
{
  return g_ascii_strncasecmp (target, "https://", strlen ("https://")) == 0 ||
         g_ascii_strncasecmp (target, "http://", strlen ("http://")) == 0;
}

/**
 * offprint_library_link_dup_url:
 * @self: a link
 * @target: a web address of a publisher's
 *
 * Leads @target through the library. EZproxy takes it as it is after “login?url=”, and
 * encoded everywhere else; OpenAthens takes it encoded.
 *
 * Returns: (transfer full) (nullable): the address, or `NULL` for a resolver, or if
 *   @target is none of the web's
 */
char *
offprint_library_link_dup_url (OffprintLibraryLink *self,
                               const char          *target)
{
  const char *place;
  gsize before;
  g_autofree char *bare = NULL;
  g_autofree char *written = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (target != NULL, NULL);

  if (self->kind == OFFPRINT_LIBRARY_LINK_OPENURL || !is_web (target))
    return NULL;

  place = strstr (self->address, OFFPRINT_LIBRARY_PLACE);
  before = place != NULL ? (gsize) (place - self->address) : strlen (self->address);
  bare = g_strndup (target, strcspn (target, "#")); /* a browser would keep that part from the proxy */
  if (offprint_library_address_takes_raw (self->address, before))
    written = g_steal_pointer (&bare);
  else
    written = g_uri_escape_string (bare, NULL, FALSE);
  return g_strdup_printf ("%.*s%s%s", (int) before, self->address, written, place != NULL ? place + strlen (OFFPRINT_LIBRARY_PLACE) : "");
}

/**
 * offprint_library_link_dup_url_of_work:
 * @self: a link
 * @work: a work
 *
 * The address of @work through the library: of its DOI, or of its page if it has none;
 * a resolver is told all that names the work.
 *
 * Returns: (transfer full) (nullable): the address, or `NULL` if the work has none
 */
char *
offprint_library_link_dup_url_of_work (OffprintLibraryLink *self,
                                       OffprintWork        *work)
{
  g_autofree char *doi = NULL;
  g_autofree char *query = NULL;
  const char *target;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  if (offprint_work_is_empty (work))
    return NULL;
  if (self->kind == OFFPRINT_LIBRARY_LINK_OPENURL)
    {
      query = offprint_open_url_dup_query (work);
      return g_strconcat (self->address, strchr (self->address, '?') != NULL ? "&" : "?", query, NULL);
    }
  doi = offprint_work_dup_doi_url (work);
  target = doi != NULL ? doi : offprint_work_get_landing_url (work);
  return target != NULL ? offprint_library_link_dup_url (self, target) : NULL;
}
