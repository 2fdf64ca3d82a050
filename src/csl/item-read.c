/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSL-JSON comes from files, services and people, so any member may hold
 * anything. What can be read as its variable's kind is; what cannot is as if it
 * were not there; only what no item can do without its meaning is an error.
 */

#include "config.h"

#include "item-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "csl-error.h"

/* A file of one item, in bytes */
#define MAX_JSON (64 * 1024 * 1024)

/* The value of a variable, to be filled; a new one if there is none */
CslItemValue *
csl_item_add_value (CslItem     *self,
                    CslVariable  variable)
{
  CslItemValue nothing = { 0 };

  if (self->slots[variable] == 0)
    {
      self->slots[variable] = (guint8) self->values->len;
      g_array_append_val (self->values, nothing);
    }

  return &g_array_index (self->values, CslItemValue, self->slots[variable]);
}

/* Keeps a string as valid UTF-8 without control characters; NULL if nothing is left */
const char *
csl_item_add_string (CslItem    *self,
                     const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return NULL;

  clean = g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
  for (char *p = clean; *p != '\0'; p++)
    {
      if ((guchar) *p < ' ' || *p == 0x7f)
        *p = ' ';
    }
  g_strstrip (clean);

  return *clean != '\0' ? g_string_chunk_insert (self->strings, clean) : NULL;
}

/* A string or number as a string, NULL for anything else */
char *
csl_item_dup_scalar (const CslValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->kind)
    {
    case CSL_VALUE_STRING:
      return g_strdup (value->of.string);

    case CSL_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->of.integer);

    case CSL_VALUE_REAL:
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value->of.real));

    case CSL_VALUE_NULL:
    case CSL_VALUE_BOOLEAN:
    case CSL_VALUE_LIST:
    case CSL_VALUE_OBJECT:
      return NULL;
    }

  return NULL;
}

/* Identifiers and keywords in a list are all meant; of titles and the like the first is */
static gboolean
is_joined (CslVariable variable)
{
  return variable == CSL_VARIABLE_ISBN || variable == CSL_VARIABLE_ISSN ||
         variable == CSL_VARIABLE_KEYWORD || variable == CSL_VARIABLE_CALL_NUMBER;
}

static char *
dup_list (const CslValue *list,
          gboolean        joined)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const CslValue *from = list->of.first; from != NULL && text->len <= CSL_ITEM_MAX_STRING; from = from->next)
    {
      g_autofree char *element = csl_item_dup_scalar (from);

      if (element == NULL || *element == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, element);
      if (!joined)
        break;
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
read_text (CslItem         *self,
           const CslValue  *from,
           CslVariable      variable,
           GError         **error)
{
  g_autofree char *text = NULL;
  const char *kept;

  if (from->kind == CSL_VALUE_LIST)
    text = dup_list (from, is_joined (variable));
  else
    text = csl_item_dup_scalar (from);

  if (text != NULL && strlen (text) > CSL_ITEM_MAX_STRING)
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE,
                   /* Translators: the id of an item of a bibliography, a member of its JSON */
                   _("Item “%s”: “%s” is longer than 1 MiB and cannot be cited; shorten it"), self->id, from->name);
      return FALSE;
    }

  kept = variable == CSL_VARIABLE_NOTE ? (text != NULL && *text != '\0' ? g_string_chunk_insert (self->strings, text) : NULL)
                                       : csl_item_add_string (self, text);
  if (kept != NULL)
    csl_item_add_value (self, variable)->text = kept;
  return TRUE;
}

static gboolean
read_member (CslItem         *self,
             const CslValue  *member,
             GError         **error)
{
  CslVariable variable = csl_variable_parse (member->name, -1);

  /* An old name does not stand in the way of the new one, whatever their order */
  if (variable == CSL_VARIABLE_NONE || (self->slots[variable] != 0 && strcmp (member->name, csl_variable_get_name (variable)) != 0))
    return TRUE;

  switch (csl_variable_get_kind (variable))
    {
    case CSL_VARIABLE_KIND_TEXT:
    case CSL_VARIABLE_KIND_NUMBER:
      return read_text (self, member, variable, error);

    case CSL_VARIABLE_KIND_NAMES:
      csl_item_read_names (self, variable, member);
      return TRUE;

    case CSL_VARIABLE_KIND_DATE:
      csl_item_read_date (self, variable, member);
      return TRUE;

    case CSL_VARIABLE_KIND_NONE:
      return TRUE;
    }

  return TRUE;
}

/* page-first is the first number of page unless given: CSL 1.0.2, Appendix IV, “page-first” */
static void
derive_first_page (CslItem *self)
{
  const char *page = csl_item_get_text (self, CSL_VARIABLE_PAGE);
  const char *end;
  g_autofree char *first = NULL;

  if (page == NULL || self->slots[CSL_VARIABLE_PAGE_FIRST] != 0)
    return;

  for (end = page; *end != '\0'; end = g_utf8_next_char (end))
    {
      gunichar c = g_utf8_get_char (end);

      if (end > page && end[-1] != '\\' && (c == '-' || c == 0x2013 || c == ',' || c == '&' || c == ';'))
        break;
    }

  first = g_strndup (page, end - page);
  csl_item_add_value (self, CSL_VARIABLE_PAGE_FIRST)->text = csl_item_add_string (self, first);
}

/* “event” became “event-title” with CSL 1.0.2. Items of old have the former and styles of now ask
 * for the latter; styles of old see no new variable: measured with the reference engine */
static void
derive_event_title (CslItem *self)
{
  const char *event = csl_item_get_text (self, CSL_VARIABLE_EVENT);

  if (event != NULL && self->slots[CSL_VARIABLE_EVENT_TITLE] == 0)
    csl_item_add_value (self, CSL_VARIABLE_EVENT_TITLE)->text = csl_item_add_string (self, event);
}

/**
 * csl_item_new_from_value:
 * @object: one item of CSL-JSON
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Reads an item.
 *
 * Members that no variable has and values that their variable cannot take are
 * skipped. Numbers may come as strings and the other way round; of a list where
 * one string is expected, the first is taken, or all of identifiers. Lines such
 * as “container-title-short: Nat.” at the top of `note` count as members that
 * are missing. CSL-JSON schema 1.0.2.
 *
 * Returns: (transfer full): the item, or `NULL` with @error set
 *   (`CSL_ERROR_TOO_LARGE` if a string is longer than 1 MiB)
 */
CslItem *
csl_item_new_from_value (const CslValue  *object,
                         GError         **error)
{
  g_autoptr (CslItem) self = NULL;
  const CslValue *member;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;

  g_return_val_if_fail (object != NULL && object->kind == CSL_VALUE_OBJECT, NULL);

  self = csl_item_new ();

  member = csl_value_get (object, "id");
  id = member != NULL ? csl_item_dup_scalar (member) : NULL;
  if (id != NULL && strlen (id) > CSL_ITEM_MAX_STRING)
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE, _("An item’s id is longer than 1 MiB; give it a shorter one"));
      return NULL;
    }
  self->id = csl_item_add_string (self, id);
  if (self->id == NULL)
    self->id = g_string_chunk_insert (self->strings, "");

  member = csl_value_get (object, "type");
  type = member != NULL ? csl_item_dup_scalar (member) : NULL;
  self->type = type != NULL ? csl_item_type_parse (type, -1) : CSL_ITEM_TYPE_NONE;

  for (member = object->of.first; member != NULL; member = member->next)
    if (!read_member (self, member, error))
      return NULL;
  if (self->slots[CSL_VARIABLE_NOTE] != 0)
    csl_item_read_note (self);
  if (self->excessive != CSL_VARIABLE_NONE)
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE,
                   /* Translators: the id of an item of a bibliography, a member of its JSON, two numbers */
                   _("Item “%s”: “%s” has more than %d names, or one of more than %d bytes, and cannot be cited; shorten it"),
                   self->id, csl_variable_get_name (self->excessive), CSL_ITEM_MAX_NAMES, CSL_ITEM_MAX_NAME);
      return NULL;
    }
  derive_first_page (self);
  derive_event_title (self);

  return g_steal_pointer (&self);
}

/**
 * csl_item_new_from_json:
 * @object: one item of CSL-JSON
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Reads an item from a tree of json-glib’s: see csl_item_new_from_value ().
 *
 * Returns: (transfer full): the item, or `NULL` with @error set
 */
CslItem *
csl_item_new_from_json (JsonObject  *object,
                        GError     **error)
{
  g_autoptr (CslArena) arena = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (object != NULL, NULL);

  arena = csl_arena_new ();
  node = json_node_init_object (json_node_alloc (), object);
  return csl_item_new_from_value (csl_value_from_node (arena, node), error);
}

/**
 * csl_item_parse:
 * @json: the text of one item of CSL-JSON
 * @length: bytes in @json, or -1 if it ends in a nul; more than 64 MiB are refused
 * @error: return location for an error of the domain `CSL_ERROR`
 *
 * Reads an item from text.
 *
 * Returns: (transfer full): the item, or `NULL` with @error set
 */
CslItem *
csl_item_parse (const char  *json,
                gssize       length,
                GError     **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) cause = NULL;
  gsize size = length < 0 ? strlen (json) : (gsize) length;
  JsonNode *root;

  if (size > MAX_JSON)
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE, _("The item’s JSON is larger than 64 MiB"));
      return NULL;
    }
  if (!g_utf8_validate (json, size, NULL))
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID, _("The item’s JSON is not UTF-8 text; save it as such"));
      return NULL;
    }

  parser = json_parser_new ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, json, size, &cause))
    {
      /* Translators: what the parser of JSON says */
      g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID, _("The item is not JSON: %s"), cause->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, CSL_ERROR, CSL_ERROR_ITEM_INVALID, _("An item of CSL-JSON must be an object in braces"));
      return NULL;
    }

  return csl_item_new_from_json (json_node_get_object (root), error);
}
