/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the history. It is kept apart from the work, so that the sidebar can be
 * drawn at start without reading a single record.
 */

#include "config.h"

#include "store.h"

#include <glib/gi18n-lib.h>

#include "json-value.h"

struct _OffprintHistoryEntry
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *doi;
  char *title;
  char *detail;
  char *state;

  OffprintSeverity severity;
};

G_DEFINE_FINAL_TYPE (OffprintHistoryEntry, offprint_history_entry, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_DOI,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_STATE,
} OffprintHistoryEntryProperty;

static GParamSpec *properties[PROP_STATE + 1];

/* How severities are written; people may read the file, and rows may be put in between */
static const char *const severities[] = {
  [OFFPRINT_SEVERITY_INFO] = "info",
  [OFFPRINT_SEVERITY_CONCERN] = "concern",
  [OFFPRINT_SEVERITY_RETRACTION] = "retraction",
};

static void
offprint_history_entry_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  OffprintHistoryEntry *self = OFFPRINT_HISTORY_ENTRY (object);

  switch ((OffprintHistoryEntryProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_DOI:
      g_value_set_string (value, self->doi);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_STATE:
      g_value_set_string (value, self->state);
      break;
    }
}

static void
offprint_history_entry_finalize (GObject *object)
{
  OffprintHistoryEntry *self = OFFPRINT_HISTORY_ENTRY (object);

  g_free (self->id);
  g_free (self->doi);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->state);

  G_OBJECT_CLASS (offprint_history_entry_parent_class)->finalize (object);
}

static void
offprint_history_entry_class_init (OffprintHistoryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = offprint_history_entry_get_property;
  object_class->finalize = offprint_history_entry_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_DOI] = g_param_spec_string ("doi", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
offprint_history_entry_init (OffprintHistoryEntry *self)
{
}

/* “Doe, Roe · 2024”: two family names at most, and the year */
static char *
make_detail (OffprintWork *work)
{
  GListModel *people = offprint_work_get_people (work);
  OffprintDate *issued = offprint_work_get_date (work, OFFPRINT_FIELD_ISSUED);
  guint n = g_list_model_get_n_items (people);
  g_autoptr (GString) detail = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, 2); i++)
    {
      g_autoptr (OffprintContributor) person = g_list_model_get_item (people, i);
      const char *family = offprint_contributor_get_family (person);

      if (i > 0)
        g_string_append (detail, ", ");
      g_string_append (detail, family != NULL ? family : offprint_contributor_get_name (person));
    }
  if (n > 2)
    g_string_append (detail, "…");
  if (issued != NULL && offprint_date_get_year (issued) != 0)
    g_string_append_printf (detail, "%s%d", detail->len > 0 ? " · " : "", offprint_date_get_year (issued));

  return detail->len > 0 ? g_string_free (g_steal_pointer (&detail), FALSE) : NULL;
}

/**
 * offprint_history_entry_new_for_work:
 * @work: a work that has an id
 *
 * Returns: (transfer full): the row for it as it is now
 */
OffprintHistoryEntry *
offprint_history_entry_new_for_work (OffprintWork *work)
{
  OffprintHistoryEntry *self = NULL;
  OffprintNotice *notice = NULL;
  const char *title = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = g_object_new (OFFPRINT_TYPE_HISTORY_ENTRY, NULL);
  title = offprint_work_get_text (work, OFFPRINT_FIELD_TITLE);
  self->id = g_strdup (offprint_work_get_id (work));
  self->doi = g_strdup (offprint_work_get_doi (work));
  self->title = g_strdup (title != NULL ? title : self->doi != NULL ? self->doi
                                                                    : _("Untitled Work"));
  self->detail = make_detail (work);
  notice = offprint_work_get_gravest_notice (work);
  if (notice != NULL)
    {
      self->state = g_strdup (offprint_notice_get_state_word (notice));
      self->severity = offprint_notice_get_severity (notice);
    }

  return self;
}

/**
 * offprint_history_entry_new_from_json:
 * @node: a row as offprint_history_entry_to_json() wrote it
 *
 * Returns: (transfer full) (nullable): the row, or `NULL` if @node is none
 */
OffprintHistoryEntry *
offprint_history_entry_new_from_json (JsonNode *node)
{
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = offprint_json_get_string (object, "id");
  const char *title = offprint_json_get_string (object, "title");
  OffprintHistoryEntry *self = NULL;

  if (id == NULL || title == NULL)
    return NULL;
  self = g_object_new (OFFPRINT_TYPE_HISTORY_ENTRY, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->doi = g_strdup (offprint_json_get_string (object, "doi"));
  self->detail = g_strdup (offprint_json_get_string (object, "detail"));
  self->state = g_strdup (offprint_json_get_string (object, "state"));
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    if (g_strcmp0 (offprint_json_get_string (object, "severity"), severities[i]) == 0)
      self->severity = (OffprintSeverity) i;

  return self;
}

/**
 * offprint_history_entry_to_json:
 * @self: a row
 *
 * Returns: (transfer full): it as an object, without empty members
 */
JsonNode *
offprint_history_entry_to_json (OffprintHistoryEntry *self)
{
  JsonObject *object = NULL;

  g_return_val_if_fail (OFFPRINT_IS_HISTORY_ENTRY (self), NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "id", self->id);
  if (self->doi != NULL)
    json_object_set_string_member (object, "doi", self->doi);
  json_object_set_string_member (object, "title", self->title);
  if (self->detail != NULL)
    json_object_set_string_member (object, "detail", self->detail);
  if (self->state != NULL)
    {
      json_object_set_string_member (object, "state", self->state);
      json_object_set_string_member (object, "severity", severities[self->severity]);
    }

  return offprint_json_wrap_object (object);
}

/**
 * offprint_history_entry_get_id:
 * @self: a row
 *
 * Returns: the id of the work
 */
const char *
offprint_history_entry_get_id (OffprintHistoryEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_HISTORY_ENTRY (self), NULL);

  return self->id;
}

/**
 * offprint_history_entry_get_doi:
 * @self: a row
 *
 * Returns: (nullable): its DOI
 */
const char *
offprint_history_entry_get_doi (OffprintHistoryEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_HISTORY_ENTRY (self), NULL);

  return self->doi;
}

/**
 * offprint_history_entry_get_title:
 * @self: a row
 *
 * Returns: its title without mark-up
 */
const char *
offprint_history_entry_get_title (OffprintHistoryEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_HISTORY_ENTRY (self), NULL);

  return self->title;
}

/**
 * offprint_history_entry_get_detail:
 * @self: a row
 *
 * Returns: (nullable): who and when: "Doe, Roe · 2024"
 */
const char *
offprint_history_entry_get_detail (OffprintHistoryEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_HISTORY_ENTRY (self), NULL);

  return self->detail;
}

/**
 * offprint_history_entry_get_state:
 * @self: a row
 *
 * Returns: (nullable): what the gravest notice says of it: “Retracted”
 */
const char *
offprint_history_entry_get_state (OffprintHistoryEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_HISTORY_ENTRY (self), NULL);

  return self->state;
}

/**
 * offprint_history_entry_get_severity:
 * @self: a row
 *
 * Returns: how much that weighs
 */
OffprintSeverity
offprint_history_entry_get_severity (OffprintHistoryEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_HISTORY_ENTRY (self), OFFPRINT_SEVERITY_INFO);

  return self->severity;
}
