/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A server that does not want to answer sends a page all the same, with status 200 as
 * often as not: prove that you are human, accept cookies, log in. Such a page says little
 * and names no work; a page that does name one is never taken for it, whatever it says of
 * cookies. A figure’s page does name one, but is none.
 */

#include "config.h"

#include "refused.h"

#include <string.h>

#include "merge.h"
#include "prune.h"

/* A page that is in the way is short */
#define MAX_TEXT    6000
#define MAX_SHORT   2500
#define MAX_SCRIPTS 100
#define MAX_TITLE   200

/* What its title begins with, folded: letters and digits in small */
static const char *const titles[] = {
  "justamoment", "attentionrequired", "accessdenied", "accesstothispagehasbeendenied", "403forbidden", "forbidden", "error403",
  "clientchallenge", "securitycheck", "securityverification", "robotcheck", "areyouarobot", "areyouhuman", "verifyyouarehuman", "verifying",
  "humanverification", "pleaseverify", "checkingyourbrowser", "onemoment", "pleasewait", "ddosprotection",
  "requestrejected", "requestblocked", "blocked", "youhavebeenblocked", "pardonourinterruption", "botverification", "captcha",
  "recaptcha", "cookiesrequired", "cookieabsent", "cookienotsupported", "cookiesnotsupported", "cookiesdisabled", "cookieconsent", "beforeyoucontinue",
  "login", "logon", "signin", "signon", "institutionallogin", "shibboleth", "authenticationrequired", "validateuser", "unauthorized",
  "401unauthorized", "toomanyrequests", "429toomanyrequests", "ratelimit", "radwarebotmanager", "radwarecaptcha", "sorrysomethingwentwrong", "weareprocessingyourrequest"
};

/* What it says, in small */
static const char *const phrases[] = {
  "enable javascript and cookies to continue", "verify you are human", "verify that you are human", "verifying you are human",
  "are you a robot", "not a robot", "checking your browser", "checking if the site connection is secure", "unusual traffic",
  "complete the security check", "why have i been blocked", "you have been blocked", "access denied", "access to this page has been denied",
  "you don't have permission to access", "you do not have permission to access", "request has been blocked", "automated access",
  "cookies are disabled", "cookies must be enabled", "enable cookies in your browser", "please enable cookies", "browser does not accept cookies",
  "accept cookies to continue", "before you continue", "we value your privacy", "cookies to be enabled", "incapsula incident id", "cloudflare ray id", "ddos protection by", "a required part of this site couldn’t load",
  "a required part of this site couldn't load", "disable any ad blockers", "there was a problem providing the content you requested", "sign in to continue",
  "log in to continue", "please log in", "please sign in", "you must be logged in", "too many requests", "captcha"
};

/* In the addresses of its scripts and forms */
static const char *const machines[] = {
  "/cdn-cgi/challenge-platform/", "__cf_chl", "_Incapsula_Resource", "px-captcha", "captcha-delivery.com", "hcaptcha.com", "/recaptcha/", "perimeterx"
};

/* Whether it says in JSON-LD that it is of a work */
static gboolean
describes_work (OffprintPage *page)
{
  static const char *const words[] = { "\"ScholarlyArticle\"", "\"MedicalScholarlyArticle\"", "\"Chapter\"", "\"Book\"", "\"Thesis\"", "\"Dataset\"", "doi.org/10." };
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *node = NULL;

  for (guint n = 0; n < MAX_SCRIPTS && (node = offprint_tree_node_find (root, node, "script", "type", "application/ld+json")) != NULL; n++)
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
      if (node->first_child != NULL && node->first_child->text != NULL && strstr (node->first_child->text, words[i]) != NULL)
        return TRUE;
  return FALSE;
}

/* Whether the page names a work in the tags that are made for it */
static gboolean
names_work (OffprintPage *page)
{
  static const char *const names[] = {
    "citation_title", "citation_doi", "citation_author", "bepress_citation_title", "wkhealth_title", "dc.title", "dcterms.title", "prism.doi",
    "prism.publicationname", "eprints.title", "publication_doi"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (offprint_page_get_meta (page, names[i]) != NULL)
      return TRUE;
  return describes_work (page);
}

static gboolean
has_title (OffprintPage *page)
{
  const OffprintTreeNode *node = offprint_tree_node_find (offprint_page_get_root (page), NULL, "title", NULL, NULL);
  g_autofree char *text = node != NULL ? offprint_tree_node_dup_text (node) : NULL;
  g_autofree char *folded = text != NULL && strlen (text) <= MAX_TITLE ? offprint_fold (text) : NULL;

  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (titles); i++)
    if (g_str_has_prefix (folded, titles[i]))
      return TRUE;
  return FALSE;
}

/* What readers see, in small, up to a bound */
static char *
dup_shown (OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *node = offprint_tree_node_find (root, NULL, "body", NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  while (node != NULL && text->len <= MAX_TEXT)
    {
      if (node->text != NULL)
        g_string_append (text, node->text);
      else if (offprint_prune_is_hidden (node) && strcmp (node->name, "form") != 0 && strcmp (node->name, "button") != 0)
        {
          node = offprint_tree_node_next_outside (node, root);
          continue;
        }
      node = offprint_tree_node_next (node, root);
    }
  {
    g_auto (GStrv) words = g_strsplit_set (text->str, " \t\r\n", -1);
    g_autoptr (GString) line = g_string_new (NULL);

    for (guint i = 0; words[i] != NULL; i++)
      if (*words[i] != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
    return g_utf8_strdown (line->str, (gssize) line->len);
  }
}

static gboolean
has_phrase (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (strstr (text, phrases[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_machine (OffprintPage *page)
{
  static const char *const places[][2] = { { "script", "src" }, { "form", "action" }, { "iframe", "src" } };
  const OffprintTreeNode *root = offprint_page_get_root (page);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const OffprintTreeNode *node = NULL;

      for (guint n = 0; n < MAX_SCRIPTS && (node = offprint_tree_node_find (root, node, places[i][0], places[i][1], NULL)) != NULL; n++)
        for (gsize j = 0; j < G_N_ELEMENTS (machines); j++)
          if (strstr (offprint_tree_node_get_attribute (node, places[i][1]), machines[j]) != NULL)
            return TRUE;
    }
  return FALSE;
}

/**
 * offprint_page_is_refused:
 * @page: a page
 *
 * Tells a page that is in the way of another from one that is asked for: services.md 10.
 *
 * Returns: whether it is a challenge, a consent page, a log-in or a refusal
 */
gboolean
offprint_page_is_refused (OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  g_autofree char *shown = NULL;
  gsize length = 0;

  if (names_work (page))
    return FALSE;
  shown = dup_shown (page);
  length = strlen (shown);
  if (length > MAX_TEXT)
    return FALSE;
  if (has_title (page))
    return TRUE;
  if (length > MAX_SHORT)
    return FALSE;
  if (has_phrase (shown) || has_machine (page))
    return TRUE;
  /* a form to log in stands on many a page that shows a work too */
  return strstr (shown, "10.") == NULL && offprint_tree_node_find (root, NULL, "input", "type", "password") != NULL;
}

static gboolean
is_address_of_part (const char *address)
{
  return address != NULL && (strstr (address, "figure") != NULL || strstr (address, "table") != NULL || strstr (address, "metrics") != NULL || strstr (address, "citedby") != NULL || strstr (address, "suppl") != NULL || strstr (address, "comments") != NULL) &&
         g_regex_match_simple ("/(figures?|tables?)/[A-Za-z]{0,4}[0-9]+[A-Za-z]?/?([?#].*)?$|/(metrics|citedby)/?([?#].*)?$|/doi/(figure|citedby|suppl)/10\\.|/article/(metrics|comments|figure)\\?",
                               address, 0, 0);
}

/* “Figure 1 | Title of the article”, where the tags give the article’s title */
static gboolean
is_titled_as_part (OffprintPage *page)
{
  const OffprintTreeNode *node = offprint_tree_node_find (offprint_page_get_root (page), NULL, "title", NULL, NULL);
  const char *work = offprint_page_get_meta (page, "citation_title");
  g_autofree char *text = node != NULL ? offprint_tree_node_dup_text (node) : NULL;
  g_autofree char *folded = text != NULL ? offprint_fold (text) : NULL;
  g_autofree char *folded_work = work != NULL ? offprint_fold (work) : NULL;

  if (folded == NULL || folded_work == NULL || strchr ("efst", *folded) == NULL || g_str_has_prefix (folded, folded_work))
    return FALSE;
  return g_regex_match_simple ("^((extended data |supplementary )?(fig(ure)?\\.?|table|scheme))\\s*[a-z]?[0-9]+[a-z]?\\s*([|:.–—-]|$)", text, G_REGEX_CASELESS, 0);
}

/**
 * offprint_page_is_part:
 * @page: a page
 *
 * Tells a figure’s or a table’s page, which carries its article’s head, by the addresses
 * that it has, “…/article/10.1007/s10994-021-05946-3/figures/1”, or by its title.
 *
 * Returns: whether it is only a part of a work
 */
gboolean
offprint_page_is_part (OffprintPage *page)
{
  return is_address_of_part (offprint_page_get_url (page)) || is_address_of_part (offprint_page_get_canonical (page)) ||
         is_address_of_part (offprint_page_get_meta (page, "og:url")) || is_titled_as_part (page);
}
