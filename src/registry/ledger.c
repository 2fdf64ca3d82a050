/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look-up tells a service what a person reads, so each is written down where that
 * person can see it. Nothing of it goes to the disk: the ledger ends with the session.
 */

#include "config.h"

#include "ledger.h"

#include "ledger-private.h"

#define MAX_ROWS 1000

struct _OffprintLedgerEntry
{
  GObject parent_instance;

  /* Owned */
  char *host;
  char *purpose;
  char *outcome;
  GDateTime *at;

  guint64 bytes;
};

G_DEFINE_FINAL_TYPE (OffprintLedgerEntry, offprint_ledger_entry, G_TYPE_OBJECT)

struct _OffprintLedger
{
  GObject parent_instance;

  /* Owned; the newest is the head, so that a row costs the same however many there are */
  GQueue rows;
};

static void offprint_ledger_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OffprintLedger, offprint_ledger, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, offprint_ledger_list_model_init))

static void
offprint_ledger_entry_finalize (GObject *object)
{
  OffprintLedgerEntry *self = OFFPRINT_LEDGER_ENTRY (object);

  g_free (self->host);
  g_free (self->purpose);
  g_free (self->outcome);
  g_date_time_unref (self->at);

  G_OBJECT_CLASS (offprint_ledger_entry_parent_class)->finalize (object);
}

static void
offprint_ledger_entry_class_init (OffprintLedgerEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_ledger_entry_finalize;
}

static void
offprint_ledger_entry_init (OffprintLedgerEntry *self)
{
}

/**
 * offprint_ledger_entry_get_host:
 * @self: a row of the ledger
 *
 * Who was asked.
 *
 * Returns: (transfer none): the host's name, with its port if that is not the usual one
 */
const char *
offprint_ledger_entry_get_host (OffprintLedgerEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_LEDGER_ENTRY (self), NULL);

  return self->host;
}

/**
 * offprint_ledger_entry_get_purpose:
 * @self: a row of the ledger
 *
 * What for, in words for people.
 *
 * Returns: (transfer none): a translated phrase
 */
const char *
offprint_ledger_entry_get_purpose (OffprintLedgerEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_LEDGER_ENTRY (self), NULL);

  return self->purpose;
}

/**
 * offprint_ledger_entry_get_at:
 * @self: a row of the ledger
 *
 * When the request ended.
 *
 * Returns: (transfer none): the time, UTC
 */
GDateTime *
offprint_ledger_entry_get_at (OffprintLedgerEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_LEDGER_ENTRY (self), NULL);

  return self->at;
}

/**
 * offprint_ledger_entry_get_bytes:
 * @self: a row of the ledger
 *
 * How much came back.
 *
 * Returns: the length of the body after decompression, in bytes; 0 for a cached answer
 */
guint64
offprint_ledger_entry_get_bytes (OffprintLedgerEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_LEDGER_ENTRY (self), 0);

  return self->bytes;
}

/**
 * offprint_ledger_entry_get_outcome:
 * @self: a row of the ledger
 *
 * How it ended: the status of HTTP, or `cache` (nothing was sent), `cancelled`,
 * `timed-out`, `too-large`, `broken` or `failed`.
 *
 * Returns: (transfer none): a word, not translated
 */
const char *
offprint_ledger_entry_get_outcome (OffprintLedgerEntry *self)
{
  g_return_val_if_fail (OFFPRINT_IS_LEDGER_ENTRY (self), NULL);

  return self->outcome;
}

static GType
offprint_ledger_get_item_type (GListModel *model)
{
  return OFFPRINT_TYPE_LEDGER_ENTRY;
}

static guint
offprint_ledger_get_n_items (GListModel *model)
{
  return OFFPRINT_LEDGER (model)->rows.length;
}

static gpointer
offprint_ledger_get_item (GListModel *model,
                          guint       position)
{
  OffprintLedger *self = OFFPRINT_LEDGER (model);

  return position < self->rows.length ? g_object_ref (g_queue_peek_nth (&self->rows, position)) : NULL;
}

static void
offprint_ledger_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = offprint_ledger_get_item_type;
  iface->get_n_items = offprint_ledger_get_n_items;
  iface->get_item = offprint_ledger_get_item;
}

static void
offprint_ledger_finalize (GObject *object)
{
  OffprintLedger *self = OFFPRINT_LEDGER (object);

  g_queue_clear_full (&self->rows, g_object_unref);

  G_OBJECT_CLASS (offprint_ledger_parent_class)->finalize (object);
}

static void
offprint_ledger_class_init (OffprintLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_ledger_finalize;
}

static void
offprint_ledger_init (OffprintLedger *self)
{
  g_queue_init (&self->rows);
}

/**
 * offprint_ledger_new:
 *
 * An empty ledger: a list model of `OffprintLedgerEntry`, newest first.
 *
 * Returns: (transfer full): the ledger
 */
OffprintLedger *
offprint_ledger_new (void)
{
  return g_object_new (OFFPRINT_TYPE_LEDGER, NULL);
}

/**
 * offprint_ledger_clear:
 * @self: a ledger
 *
 * Forgets all rows.
 */
void
offprint_ledger_clear (OffprintLedger *self)
{
  guint n = 0;

  g_return_if_fail (OFFPRINT_IS_LEDGER (self));

  n = self->rows.length;
  g_queue_clear_full (&self->rows, g_object_unref);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

/**
 * offprint_ledger_add:
 * @self: a ledger
 * @host: who was asked
 * @purpose: (nullable): what for; the host's name if `NULL`
 * @bytes: how much came back
 * @outcome: how it ended, as in offprint_ledger_entry_get_outcome()
 *
 * Writes a row at the top. The oldest goes when there are more than 1,000.
 */
void
offprint_ledger_add (OffprintLedger *self,
                     const char     *host,
                     const char     *purpose,
                     guint64         bytes,
                     const char     *outcome)
{
  OffprintLedgerEntry *entry = NULL;

  g_return_if_fail (OFFPRINT_IS_LEDGER (self));

  entry = g_object_new (OFFPRINT_TYPE_LEDGER_ENTRY, NULL);
  entry->host = g_strdup (host);
  entry->purpose = g_strdup (purpose != NULL ? purpose : host);
  entry->outcome = g_strdup (outcome);
  entry->at = g_date_time_new_now_utc ();
  entry->bytes = bytes;

  g_queue_push_head (&self->rows, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);

  if (self->rows.length > MAX_ROWS)
    {
      g_autoptr (OffprintLedgerEntry) last = g_queue_pop_tail (&self->rows);

      g_list_model_items_changed (G_LIST_MODEL (self), MAX_ROWS, 1, 0);
    }
}
