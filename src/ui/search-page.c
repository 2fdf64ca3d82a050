/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made when it is first wanted, so that a wide window never pays for it.
 */

#include "config.h"

#include "search-page.h"

#include "address-entry.h"

struct _OffprintSearchPage
{
  AdwNavigationPage parent_instance;

  /* Template children */
  OffprintAddressEntry *address;
};

G_DEFINE_FINAL_TYPE (OffprintSearchPage, offprint_search_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_SUBMIT,
  SIGNAL_DISMISS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
submitted_cb (OffprintSearchPage *self,
              const char         *text)
{
  g_signal_emit (self, signals[SIGNAL_SUBMIT], 0, text);
}

static void
dismissed_cb (OffprintSearchPage *self)
{
  g_signal_emit (self, signals[SIGNAL_DISMISS], 0);
}

static void
offprint_search_page_dispose (GObject *object)
{
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_SEARCH_PAGE);

  G_OBJECT_CLASS (offprint_search_page_parent_class)->dispose (object);
}

static void
offprint_search_page_class_init (OffprintSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_search_page_dispose;

  g_type_ensure (OFFPRINT_TYPE_ADDRESS_ENTRY);

  /**
   * OffprintSearchPage::submit:
   * @self: the page
   * @text: what was typed or pasted
   *
   * The reader wants to go there.
   */
  signals[SIGNAL_SUBMIT] = g_signal_new ("submit", OFFPRINT_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * OffprintSearchPage::dismiss:
   * @self: the page
   *
   * The reader wants to go nowhere.
   */
  signals[SIGNAL_DISMISS] = g_signal_new ("dismiss", OFFPRINT_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintSearchPage, address);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_cb);
}

static void
offprint_search_page_init (OffprintSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_search_page_new:
 *
 * Returns: (transfer floating): a page to push
 */
OffprintSearchPage *
offprint_search_page_new (void)
{
  return g_object_new (OFFPRINT_TYPE_SEARCH_PAGE, NULL);
}

/**
 * offprint_search_page_begin:
 * @self: the page
 * @address: where the reader is
 *
 * Takes the focus with @address selected, ready to be typed over.
 */
void
offprint_search_page_begin (OffprintSearchPage *self,
                            const char         *address)
{
  g_return_if_fail (OFFPRINT_IS_SEARCH_PAGE (self));

  offprint_address_entry_set_address (self->address, address);
  offprint_address_entry_begin (self->address);
}
