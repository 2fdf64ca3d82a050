/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fragment that records hold. We wrote it, so what is not as we write it is an
 * error, and not guessed at.
 */

#include "config.h"

#include "read.h"

#include "href.h"
#include "text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than the collector's lists and all runs within each other can have */
#define MAX_DEPTH 64

G_DEFINE_QUARK (offprint - text - error - quark, offprint_text_error)

typedef enum
{
  PLACE_TOP,
  PLACE_LIST,
  PLACE_ITEM,
  PLACE_BLOCK,
  PLACE_RUN,
} Place;

typedef struct
{
  Place place;
  OffprintRunFlags flags;
  /* Borrowed from the reader */
  const char *href;
  const char *alternative;

  /* Of a list */
  gboolean is_ordered;
  gboolean has_item;
  guint n_items;

  /* Whether text may go on in the block that was begun last */
  gboolean has_block;
  gboolean has_text;
} State;

typedef struct
{
  OffprintRichTextBuilder *builder;

  /* Owned; addresses that the states borrow */
  GStringChunk *addresses;

  State states[MAX_DEPTH];
  guint n_states;
  guint n_lists;
} Reader;

static const struct
{
  const char *name;
  Place place;
  OffprintRunFlags flags;
} elements[] = {
  { "p", PLACE_BLOCK, OFFPRINT_RUN_PLAIN },
  { "h", PLACE_BLOCK, OFFPRINT_RUN_PLAIN },
  { "ul", PLACE_LIST, OFFPRINT_RUN_PLAIN },
  { "ol", PLACE_LIST, OFFPRINT_RUN_PLAIN },
  { "li", PLACE_ITEM, OFFPRINT_RUN_PLAIN },
  { "i", PLACE_RUN, OFFPRINT_RUN_ITALIC },
  { "b", PLACE_RUN, OFFPRINT_RUN_BOLD },
  { "sup", PLACE_RUN, OFFPRINT_RUN_SUPERSCRIPT },
  { "sub", PLACE_RUN, OFFPRINT_RUN_SUBSCRIPT },
  { "sc", PLACE_RUN, OFFPRINT_RUN_SMALL_CAPS },
  { "nocase", PLACE_RUN, OFFPRINT_RUN_NO_CASE },
  { "math", PLACE_RUN, OFFPRINT_RUN_MATH },
  { "a", PLACE_RUN, OFFPRINT_RUN_PLAIN },
};

static void
set_error (GMarkupParseContext  *context,
           GError              **error,
           const char           *reason)
{
  int line = 0;
  int column = 0;

  g_markup_parse_context_get_position (context, &line, &column);
  g_set_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_INVALID,
               /* Translators: a line and a column of stored text, and what is wrong there */
               _("Stored text, line %d, column %d: %s"), line, column, reason);
}

static State *
get_state (Reader *self)
{
  return &self->states[self->n_states - 1];
}

/* The list that an item or a paragraph belongs to, if it stands in one */
static State *
get_list (Reader *self)
{
  for (guint i = self->n_states; i > 0; i--)
    {
      if (self->states[i - 1].place == PLACE_LIST)
        return &self->states[i - 1];
    }
  return NULL;
}

static void
begin_block (Reader   *self,
             gboolean  is_heading)
{
  State *list = get_list (self);

  if (list == NULL)
    offprint_rich_text_builder_begin_block (self->builder, is_heading ? OFFPRINT_BLOCK_HEADING : OFFPRINT_BLOCK_PARAGRAPH,
                                            is_heading ? 1 : 0, 0);
  else if (list->has_item)
    offprint_rich_text_builder_begin_block (self->builder, OFFPRINT_BLOCK_PARAGRAPH, self->n_lists, 0);
  else
    {
      list->has_item = TRUE;
      list->n_items++;
      offprint_rich_text_builder_begin_block (self->builder,
                                              list->is_ordered ? OFFPRINT_BLOCK_ORDERED_ITEM : OFFPRINT_BLOCK_BULLET_ITEM,
                                              self->n_lists, list->is_ordered ? list->n_items : 0);
    }
}

/* What may stand where: blocks at the top and in items, items in lists, runs in blocks */
static gboolean
is_allowed (const State *state,
            Place        place,
            gboolean     is_heading)
{
  switch (state->place)
    {
    case PLACE_TOP:
      return place == PLACE_BLOCK || place == PLACE_LIST;
    case PLACE_LIST:
      return place == PLACE_ITEM;
    case PLACE_ITEM:
      return place == PLACE_RUN || place == PLACE_LIST || (place == PLACE_BLOCK && !is_heading);
    case PLACE_BLOCK:
    case PLACE_RUN:
      return place == PLACE_RUN;
    }
  return FALSE;
}

/* `a` has an address, `math` may have an alternative, and nothing has anything else */
static gboolean
read_attributes (Reader               *self,
                 GMarkupParseContext  *context,
                 const char           *name,
                 const char          **names,
                 const char          **values,
                 State                *state,
                 GError              **error)
{
  gboolean is_link = strcmp (name, "a") == 0;
  const char *expected = is_link ? "href" : strcmp (name, "math") == 0 ? "alttext"
                                                                       : "";

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *reason = NULL;
      g_autofree char *href = NULL;

      if (strcmp (names[i], expected) != 0)
        {
          /* Translators: names of an XML attribute and of an element */
          reason = g_strdup_printf (_("“%s” does not belong on “%s”"), names[i], name);
          set_error (context, error, reason);
          return FALSE;
        }
      if (!is_link)
        {
          g_autofree char *line = offprint_text_clean_line (values[i], -1);

          state->alternative = g_string_chunk_insert (self->addresses, line);
          continue;
        }
      href = offprint_href_clean (values[i]);
      if (href != NULL)
        state->href = g_string_chunk_insert (self->addresses, href);
    }
  if (!is_link || state->href != NULL)
    return TRUE;
  set_error (context, error, _("a link needs an http, https or mailto address"));

  return FALSE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Reader *self = user_data;
  State *outer = get_state (self);
  State state = { .flags = outer->flags, .href = outer->href };
  gboolean is_heading = strcmp (name, "h") == 0;
  g_autofree char *reason = NULL;
  gsize i = 0;

  while (i < G_N_ELEMENTS (elements) && strcmp (elements[i].name, name) != 0)
    i++;
  if (i == G_N_ELEMENTS (elements) || !is_allowed (outer, elements[i].place, is_heading) || self->n_states == MAX_DEPTH)
    {
      /* Translators: the name of an XML element */
      reason = g_strdup_printf (_("“%s” may not stand here"), name);
      set_error (context, error, reason);
      return;
    }
  state.place = elements[i].place;
  state.flags |= elements[i].flags;
  if (!read_attributes (self, context, name, names, values, &state, error))
    return;

  if (state.place == PLACE_LIST)
    {
      state.is_ordered = strcmp (name, "ol") == 0;
      self->n_lists++;
    }
  else if (state.place == PLACE_ITEM)
    outer->has_item = FALSE;
  else if (state.place == PLACE_BLOCK)
    begin_block (self, is_heading);
  if (state.place == PLACE_BLOCK || state.place == PLACE_LIST)
    outer->has_block = FALSE;
  self->states[self->n_states++] = state;
}

static void
add_run (Reader     *self,
         const char *text)
{
  State *state = get_state (self);
  State *item = state;

  while (item->place == PLACE_RUN)
    {
      item->has_text = TRUE;
      item--;
    }
  if (item->place == PLACE_ITEM && !item->has_block)
    {
      begin_block (self, FALSE);
      item->has_block = TRUE;
    }
  offprint_rich_text_builder_add_run (self->builder, text, -1, state->flags, state->href);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  Reader *self = user_data;
  State *state = get_state (self);

  if (state->alternative != NULL && !state->has_text)
    add_run (self, state->alternative);
  if (state->place == PLACE_LIST)
    self->n_lists--;
  self->n_states--;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reader *self = user_data;
  State *state = get_state (self);
  g_autofree char *clean = offprint_text_strip (text, length);
  gboolean is_blank = clean[strspn (clean, " \t\n")] == '\0';

  if (state->place == PLACE_BLOCK || state->place == PLACE_RUN || (state->place == PLACE_ITEM && (state->has_block || !is_blank)))
    add_run (self, clean);
  else if (!is_blank)
    set_error (context, error, _("text may stand in paragraphs, headings and items only"));
}

static void
passthrough_cb (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              user_data,
                GError              **error)
{
  set_error (context, error, _("there may be no comments and no declarations"));
}

static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, passthrough_cb, NULL };

/**
 * offprint_rich_text_new_from_stored:
 * @stored: the XML fragment of a record; need not end in a nul
 * @length: bytes in @stored, or -1 if it ends in a nul
 * @error: return location for an error of the domain `OFFPRINT_TEXT_ERROR`
 *
 * Reads the form in which records hold rich text: elements `p h li ol ul i b sup sub sc
 * nocase a[href] math[alttext]` and text. It gives again what
 * [func@Offprint.rich_text_to_stored] was given.
 *
 * Returns: (transfer full): the text, or `NULL` with @error set
 */
OffprintRichText *
offprint_rich_text_new_from_stored (const char  *stored,
                                    gssize       length,
                                    GError     **error)
{
  g_autofree Reader *reader = g_new0 (Reader, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GStringChunk) addresses = NULL;
  g_autoptr (OffprintRichTextBuilder) builder = NULL;
  g_autoptr (GError) cause = NULL;
  gsize size = length < 0 ? strlen (stored) : (gsize) length;

  if (size > OFFPRINT_TEXT_MAX_BYTES)
    {
      g_set_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_TOO_LARGE,
                   _("Stored text of %" G_GSIZE_FORMAT " bytes is too large; at most %d are read"),
                   size, OFFPRINT_TEXT_MAX_BYTES);
      return NULL;
    }
  addresses = g_string_chunk_new (256);
  builder = offprint_rich_text_builder_new ();
  if (size == 0)
    return offprint_rich_text_builder_end (g_steal_pointer (&builder));
  reader->addresses = addresses;
  reader->builder = builder;
  reader->n_states = 1;
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, reader, NULL);
  if (!g_markup_parse_context_parse (context, stored, size, &cause) ||
      !g_markup_parse_context_end_parse (context, &cause))
    {
      if (cause->domain == OFFPRINT_TEXT_ERROR)
        g_propagate_error (error, g_steal_pointer (&cause));
      else
        g_set_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_INVALID,
                     /* Translators: a sentence of the XML parser */
                     _("Stored text is not well-formed: %s"), cause->message);
      return NULL;
    }
  return offprint_rich_text_builder_end (g_steal_pointer (&builder));
}
