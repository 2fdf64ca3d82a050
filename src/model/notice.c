/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened to a work after it came out. The kinds are those of Crossref and of
 * Retraction Watch; services.md 4 says what they mean and which weigh most.
 */

#include "config.h"

#include "parts.h"
#include "parts-private.h"

#include <glib/gi18n-lib.h>

#include "json-value.h"

struct _OffprintNotice
{
  GObject parent_instance;

  /* Owned */
  char *kind;
  char *label;
  char *state_word;
  char *doi;
  char *source;
  OffprintDate *date;

  OffprintSeverity severity;
  gboolean is_about_this;
};

G_DEFINE_FINAL_TYPE (OffprintNotice, offprint_notice, G_TYPE_OBJECT)

typedef enum
{
  PROP_KIND = 1,
  PROP_LABEL,
  PROP_STATE_WORD,
  PROP_SEVERITY,
  PROP_ABOUT_THIS,
  PROP_DOI,
  PROP_DATE,
  PROP_SOURCE,
} OffprintNoticeProperty;

static GParamSpec *properties[PROP_SOURCE + 1];

typedef struct
{
  const char *kind;
  OffprintSeverity severity;
  const char *label;
  const char *state_word;
} Kind;

/* The gravest first: of equal severity, the earlier row weighs more */
static const Kind kinds[] = {
  { "removal", OFFPRINT_SEVERITY_RETRACTION, N_("Removal"), N_("Removed") },
  { "retraction", OFFPRINT_SEVERITY_RETRACTION, N_("Retraction"), N_("Retracted") },
  { "withdrawal", OFFPRINT_SEVERITY_RETRACTION, N_("Withdrawal"), N_("Withdrawn") },
  { "partial_retraction", OFFPRINT_SEVERITY_RETRACTION, N_("Partial Retraction"), N_("Retracted in Part") },
  { "expression_of_concern", OFFPRINT_SEVERITY_CONCERN, N_("Expression of Concern"), N_("Under Concern") },
  { "correction", OFFPRINT_SEVERITY_INFO, N_("Correction"), N_("Corrected") },
  { "corrigendum", OFFPRINT_SEVERITY_INFO, N_("Corrigendum"), N_("Corrected") },
  { "erratum", OFFPRINT_SEVERITY_INFO, N_("Erratum"), N_("Corrected") },
  { "err", OFFPRINT_SEVERITY_INFO, N_("Erratum"), N_("Corrected") },
  { "addendum", OFFPRINT_SEVERITY_INFO, N_("Addendum"), N_("Added To") },
  { "clarification", OFFPRINT_SEVERITY_INFO, N_("Clarification"), N_("Clarified") },
  { "reinstatement", OFFPRINT_SEVERITY_INFO, N_("Reinstatement"), N_("Reinstated") },
  { "new_version", OFFPRINT_SEVERITY_INFO, N_("New Version"), N_("Newer Version") },
  { "new_edition", OFFPRINT_SEVERITY_INFO, N_("New Edition"), N_("Newer Edition") },
  { "publisher-note", OFFPRINT_SEVERITY_INFO, N_("Publisher’s Note"), N_("Publisher’s Note") },
};

static const Kind *
find_kind (const char *kind)
{
  for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (kinds[i].kind, kind) == 0)
      return &kinds[i];

  return NULL;
}

static char *
make_source (const char *source)
{
  if (g_strcmp0 (source, "publisher") == 0)
    /* Translators: who says that a work was retracted or corrected, as in “… says the publisher” */
    return g_strdup (_("the publisher"));
  if (g_strcmp0 (source, "retraction-watch") == 0)
    return g_strdup ("Retraction Watch");
  if (g_strcmp0 (source, "title") == 0)
    /* Translators: the title of a work itself says that it was retracted */
    return g_strdup (_("the title"));

  return g_strdup (source);
}

static void
offprint_notice_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  OffprintNotice *self = OFFPRINT_NOTICE (object);

  switch ((OffprintNoticeProperty) property_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_STATE_WORD:
      g_value_set_string (value, self->state_word);
      break;
    case PROP_SEVERITY:
      g_value_set_int (value, (int) self->severity);
      break;
    case PROP_ABOUT_THIS:
      g_value_set_boolean (value, self->is_about_this);
      break;
    case PROP_DOI:
      g_value_set_string (value, self->doi);
      break;
    case PROP_DATE:
      g_value_set_boxed (value, self->date);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    }
}

static void
offprint_notice_finalize (GObject *object)
{
  OffprintNotice *self = OFFPRINT_NOTICE (object);

  g_free (self->kind);
  g_free (self->label);
  g_free (self->state_word);
  g_free (self->doi);
  g_free (self->source);
  g_clear_pointer (&self->date, offprint_date_unref);

  G_OBJECT_CLASS (offprint_notice_parent_class)->finalize (object);
}

static void
offprint_notice_class_init (OffprintNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = offprint_notice_get_property;
  object_class->finalize = offprint_notice_finalize;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE_WORD] = g_param_spec_string ("state-word", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEVERITY] = g_param_spec_int ("severity", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ABOUT_THIS] = g_param_spec_boolean ("about-this", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOI] = g_param_spec_string ("doi", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, OFFPRINT_TYPE_DATE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
offprint_notice_init (OffprintNotice *self)
{
}

/*< private >
 * Makes a notice of its entry.
 */
OffprintNotice *
offprint_notice_new (JsonObject *entry)
{
  OffprintNotice *self = g_object_new (OFFPRINT_TYPE_NOTICE, NULL);
  const char *kind = offprint_json_get_string (entry, "kind");
  const char *label = offprint_json_get_string (entry, "label");
  const Kind *known = find_kind (kind);

  self->kind = g_strdup (kind != NULL ? kind : "notice");
  if (known != NULL)
    {
      self->label = g_strdup (_(known->label));
      self->state_word = g_strdup (_(known->state_word));
      self->severity = known->severity;
    }
  else
    {
      /* what no table knows speaks for itself */
      self->label = g_strdup (label != NULL ? label : _("Notice"));
      self->state_word = g_strdup (self->label);
    }
  self->doi = g_strdup (offprint_json_get_string (entry, "DOI"));
  self->date = offprint_event_to_date (json_object_get_member (entry, "date"));
  self->source = make_source (offprint_json_get_string (entry, "source"));
  self->is_about_this = g_strcmp0 (offprint_json_get_string (entry, "direction"), "about-other") != 0;

  return self;
}

/**
 * offprint_notice_get_kind:
 * @self: a notice
 *
 * Returns: Crossref's name of its kind: "retraction", "expression_of_concern" …
 */
const char *
offprint_notice_get_kind (OffprintNotice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTICE (self), NULL);

  return self->kind;
}

/**
 * offprint_notice_is_about_this:
 * @self: a notice
 *
 * Returns: whether it speaks of this work; else this work is the notice, about another
 */
gboolean
offprint_notice_is_about_this (OffprintNotice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTICE (self), TRUE);

  return self->is_about_this;
}

/**
 * offprint_notice_get_severity:
 * @self: a notice
 *
 * Returns: how much it weighs
 */
OffprintSeverity
offprint_notice_get_severity (OffprintNotice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTICE (self), OFFPRINT_SEVERITY_INFO);

  return self->severity;
}

/**
 * offprint_notice_get_label:
 * @self: a notice
 *
 * Returns: its kind for people: “Retraction”
 */
const char *
offprint_notice_get_label (OffprintNotice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTICE (self), NULL);

  return self->label;
}

/**
 * offprint_notice_get_state_word:
 * @self: a notice
 *
 * Returns: what the work is by it: “Retracted”
 */
const char *
offprint_notice_get_state_word (OffprintNotice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTICE (self), NULL);

  return self->state_word;
}

/**
 * offprint_notice_get_doi:
 * @self: a notice
 *
 * Returns: (nullable): the DOI of the other: of the notice, or of what it is about
 */
const char *
offprint_notice_get_doi (OffprintNotice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTICE (self), NULL);

  return self->doi;
}

/**
 * offprint_notice_get_date:
 * @self: a notice
 *
 * Returns: (transfer none) (nullable): when it came out
 */
OffprintDate *
offprint_notice_get_date (OffprintNotice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTICE (self), NULL);

  return self->date;
}

/**
 * offprint_notice_get_source:
 * @self: a notice
 *
 * Returns: (nullable): who says so, for people: “the publisher”
 */
const char *
offprint_notice_get_source (OffprintNotice *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTICE (self), NULL);

  return self->source;
}

/*< private >
 * Orders notices, the gravest first.
 */
int
offprint_notice_compare (OffprintNotice *self,
                         OffprintNotice *other)
{
  const Kind *a = find_kind (self->kind);
  const Kind *b = find_kind (other->kind);

  if (self->severity != other->severity)
    return self->severity > other->severity ? -1 : 1;
  if (a == NULL || b == NULL)
    return a == b ? 0 : a != NULL ? -1
                                  : 1;

  return a < b ? -1 : a > b ? 1
                            : 0;
}
