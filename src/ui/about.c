/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The styles and locales are the Citation Style Language project’s; its licence,
 * and plain courtesy, ask that it be named with its address.
 */

#include "config.h"

#include "about.h"

#include <glib/gi18n-lib.h>

/**
 * offprint_about_new:
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
offprint_about_new (void)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  const char *services[] = {
    "Crossref https://www.crossref.org",
    "DataCite https://datacite.org",
    "DOI Foundation https://www.doi.org",
    NULL,
  };
  const char *styles[] = { "Citation Style Language https://citationstyles.org", NULL };

  adw_about_dialog_set_application_icon (dialog, APP_ID);
  adw_about_dialog_set_application_name (dialog, _("Offprint"));
  adw_about_dialog_set_developer_name (dialog, _("The Offprint Contributors"));
  adw_about_dialog_set_version (dialog, PACKAGE_VERSION);
  adw_about_dialog_set_website (dialog, PACKAGE_URL);
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (dialog, _("From a DOI to a page to read and a citation to paste."));
  /* Translators: your name, and your address if you like, one translator a line */
  adw_about_dialog_set_translator_credits (dialog, _("translator-credits"));
  adw_about_dialog_add_credit_section (dialog, _("Citation Styles and Locales by"), styles);
  adw_about_dialog_add_acknowledgement_section (dialog, _("Records by"), services);
  adw_about_dialog_add_legal_section (dialog, _("Citation Styles and Locales"), NULL, GTK_LICENSE_CUSTOM,
                                      _("The styles and locales of the Citation Style Language project, <a href=\"https://citationstyles.org\">citationstyles.org</a>, are published under the Creative Commons Attribution-ShareAlike 3.0 licence."));
  return ADW_DIALOG (dialog);
}
