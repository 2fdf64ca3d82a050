/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The locales of the Citation Style Language project, each by its own name: who
 * wants a language can read its name, whatever language the window has.
 */

#include "config.h"

#include "language-list.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "", NULL },
  { "af-ZA", "Afrikaans" },
  { "ar", "العربية" },
  { "eu", "Euskara" },
  { "bg-BG", "Български" },
  { "ca-AD", "Català" },
  { "cs-CZ", "Čeština" },
  { "cy-GB", "Cymraeg" },
  { "da-DK", "Dansk" },
  { "de-DE", "Deutsch" },
  { "de-AT", "Deutsch (Österreich)" },
  { "de-CH", "Deutsch (Schweiz)" },
  { "et-EE", "Eesti" },
  { "el-GR", "Ελληνικά" },
  { "en-GB", "English (United Kingdom)" },
  { "en-US", "English (United States)" },
  { "es-ES", "Español" },
  { "es-CL", "Español (Chile)" },
  { "es-MX", "Español (México)" },
  { "fa-IR", "فارسی" },
  { "fr-FR", "Français" },
  { "fr-CA", "Français (Canada)" },
  { "gl-ES", "Galego" },
  { "hr-HR", "Hrvatski" },
  { "he-IL", "עברית" },
  { "hi-IN", "हिन्दी" },
  { "hy-AM", "Հայերեն" },
  { "id-ID", "Bahasa Indonesia" },
  { "is-IS", "Íslenska" },
  { "it-IT", "Italiano" },
  { "ja-JP", "日本語" },
  { "km-KH", "ខ្មែរ" },
  { "ko-KR", "한국어" },
  { "la", "Latina" },
  { "lv-LV", "Latviešu" },
  { "lt-LT", "Lietuvių" },
  { "hu-HU", "Magyar" },
  { "mn-MN", "Монгол" },
  { "ms-MY", "Bahasa Melayu" },
  { "nl-NL", "Nederlands" },
  { "nb-NO", "Norsk bokmål" },
  { "nn-NO", "Norsk nynorsk" },
  { "pl-PL", "Polski" },
  { "pt-BR", "Português (Brasil)" },
  { "pt-PT", "Português (Portugal)" },
  { "ro-RO", "Română" },
  { "ru-RU", "Русский" },
  { "sk-SK", "Slovenčina" },
  { "sl-SI", "Slovenščina" },
  { "sr-RS", "Српски" },
  { "fi-FI", "Suomi" },
  { "sv-SE", "Svenska" },
  { "th-TH", "ไทย" },
  { "tr-TR", "Türkçe" },
  { "uk-UA", "Українська" },
  { "vi-VN", "Tiếng Việt" },
  { "zh-CN", "中文（简体）" },
  { "zh-TW", "中文（繁體）" },
};

/**
 * offprint_language_list_new:
 *
 * Returns: (transfer full): the names, in the order of offprint_language_list_get_tag()
 */
GListModel *
offprint_language_list_new (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  /* Translators: a citation is written in the language that the style prescribes, else in the reader’s */
  gtk_string_list_append (list, _("As the Style Says"));
  for (gsize i = 1; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (list, languages[i].name);
  return G_LIST_MODEL (list);
}

/**
 * offprint_language_list_get_tag:
 * @position: a row of the list
 *
 * Returns: the tag of the locale, or an empty string for the style’s own
 */
const char *
offprint_language_list_get_tag (guint position)
{
  return position < G_N_ELEMENTS (languages) ? languages[position].tag : "";
}

/**
 * offprint_language_list_find:
 * @tag: the tag of a locale
 *
 * Returns: its row, or the first one if it is none of ours
 */
guint
offprint_language_list_find (const char *tag)
{
  g_return_val_if_fail (tag != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_ascii_strcasecmp (languages[i].tag, tag) == 0)
        return i;
    }
  return 0;
}
