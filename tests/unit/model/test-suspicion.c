/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is believed to be a title or an abstract. The genuine ones matter as much as the
 * false: a paper on cookies is a paper.
 */

#include "config.h"

#include "suspicion.h"

typedef struct
{
  const char *path;
  const char *title;
  OffprintDoubt expected;
  const char *url;
  const char *publisher;
} TitleCase;

static const TitleCase titles[] = {
  { "denied", "Access denied", OFFPRINT_DOUBT_REFUSAL },
  { "denied-capitals", "ACCESS DENIED", OFFPRINT_DOUBT_REFUSAL },
  { "denied-at-a-site", "Access Denied | A Journal Platform", OFFPRINT_DOUBT_REFUSAL },
  { "site-first", "A Journal Platform - Access Denied", OFFPRINT_DOUBT_REFUSAL },
  { "moment", "Just a moment...", OFFPRINT_DOUBT_REFUSAL },
  { "moment-typeset", "Just a moment…", OFFPRINT_DOUBT_REFUSAL },
  { "moment-german", "Nur einen Moment…", OFFPRINT_DOUBT_REFUSAL },
  { "moment-chinese", "请稍候…", OFFPRINT_DOUBT_REFUSAL },
  { "moment-russian", "Один момент…", OFFPRINT_DOUBT_REFUSAL },
  { "error-404", "Error 404", OFFPRINT_DOUBT_REFUSAL },
  { "404", "404", OFFPRINT_DOUBT_REFUSAL },
  { "404-not-found", "404 - Not Found", OFFPRINT_DOUBT_REFUSAL },
  { "403-forbidden", "403 Forbidden", OFFPRINT_DOUBT_REFUSAL },
  { "502", "502 Bad Gateway", OFFPRINT_DOUBT_REFUSAL },
  { "fehler", "Fehler 404: Seite nicht gefunden", OFFPRINT_DOUBT_REFUSAL },
  { "erreur", "Erreur 403", OFFPRINT_DOUBT_REFUSAL },
  { "redirecting", "Redirecting", OFFPRINT_DOUBT_REFUSAL },
  { "redirecting-dots", "Redirecting…", OFFPRINT_DOUBT_REFUSAL },
  { "log-in", "Log in", OFFPRINT_DOUBT_REFUSAL },
  { "log-in-at", "Log In | A Journal Platform", OFFPRINT_DOUBT_REFUSAL },
  { "log-in-to", "Log in to A Journal Platform", OFFPRINT_DOUBT_REFUSAL },
  { "sign-in", "Sign in · Books Online", OFFPRINT_DOUBT_REFUSAL },
  { "anmelden", "Anmelden", OFFPRINT_DOUBT_REFUSAL },
  { "denied-french", "Accès refusé", OFFPRINT_DOUBT_REFUSAL },
  { "denied-spanish", "Acceso denegado", OFFPRINT_DOUBT_REFUSAL },
  { "denied-japanese", "アクセスが拒否されました", OFFPRINT_DOUBT_REFUSAL },
  { "denied-korean", "접근이 거부되었습니다", OFFPRINT_DOUBT_REFUSAL },
  { "denied-arabic", "تم رفض الوصول", OFFPRINT_DOUBT_REFUSAL },
  { "attention", "Attention Required! | Some Network", OFFPRINT_DOUBT_REFUSAL },
  { "robot", "Are you a robot?", OFFPRINT_DOUBT_REFUSAL },
  { "pardon", "Pardon Our Interruption", OFFPRINT_DOUBT_REFUSAL },
  { "cookie-absent", "Cookie Absent", OFFPRINT_DOUBT_REFUSAL },
  { "untitled", "Untitled Document", OFFPRINT_DOUBT_REFUSAL },
  { "nothing-but-marks", "— … —", OFFPRINT_DOUBT_REFUSAL },
  { "site-host", "Journals Example", OFFPRINT_DOUBT_NONE, "https://journals.example.org/a" },
  { "site-label", "JournalHub", OFFPRINT_DOUBT_SITE, "https://www.journalhub.example/a" },
  { "site-whole-host", "journalhub.example", OFFPRINT_DOUBT_SITE, "https://journalhub.example/a" },
  { "site-publisher", "Tidewater Press", OFFPRINT_DOUBT_SITE, NULL, "Tidewater Press" },

  { "work/plain", "The Paradox of Partnership", OFFPRINT_DOUBT_NONE },
  { "work/access", "Denied access: an anthropology of borders and the people who wait at them", OFFPRINT_DOUBT_NONE },
  { "work/long", "Access denied: the practice and policy of filtering what a whole country may and may not read, with a bibliography", OFFPRINT_DOUBT_NONE },
  { "work/error", "Error bounds for 404 spectral problems on graded meshes", OFFPRINT_DOUBT_NONE },
  { "work/status-in-words", "A server found in 1850: moved letters of a judge", OFFPRINT_DOUBT_NONE },
  { "work/year", "Moved by the Gateway: 1848 and after", OFFPRINT_DOUBT_NONE },
  { "work/login", "Login behaviour of students in 300 online courses of one university", OFFPRINT_DOUBT_NONE },
  { "work/moment", "Just a moment in time? A phenomenology of waiting, of the clock, and of the long hours that have no name", OFFPRINT_DOUBT_NONE },
  { "work/home", "Home: A Short History of an Idea", OFFPRINT_DOUBT_NONE },
  { "work/denied", "Access Denied: The Practice of Filtering", OFFPRINT_DOUBT_NONE },
  { "work/number", "1984", OFFPRINT_DOUBT_NONE },
  { "work/formula", "H<sub>2</sub>O", OFFPRINT_DOUBT_NONE },
};

static void
test_title (gconstpointer data)
{
  const TitleCase *c = data;

  g_assert_cmpint (offprint_doubt_title (c->title, c->url, c->publisher), ==, c->expected);
}

typedef struct
{
  const char *path;
  const char *text;
  gboolean is_one;
} AbstractCase;

static const AbstractCase abstracts[] = {
  { "cookies", "<p>We use cookies to give you the best experience.</p>", FALSE },
  { "cookies-german", "Wir verwenden Cookies, um Inhalte zu personalisieren.", FALSE },
  { "cookies-french", "<p>Nous utilisons des cookies pour améliorer votre visite.</p>", FALSE },
  { "javascript", "JavaScript is disabled in your browser. Please enable JavaScript to proceed.", FALSE },
  { "one-word", "<p>Abstract</p>", FALSE },
  { "one-word-plain", "Summary", FALSE },
  { "empty", "<p></p>", FALSE },
  { "none", "No abstract available.", FALSE },
  { "log-in", "Please log in to read the abstract of this article.", FALSE },
  { "short", "<p>A note on the dating of three letters.</p>", TRUE },
  { "chinese", "本文研究中俄关系的规范基础。", TRUE },
  { "on-cookies", "<p>Consent banners are the most seen interface of the web. We crawled two million pages from twelve countries over a year, recorded which banners were shown, and had six "
                  "hundred people answer them. The design of the banner decides what is answered far more than what is asked. Nine in ten of those who were shown only one button pressed it, and most "
                  "believed that there had been no other. We compare this with the law of each country, with what regulators have said, and with what the trackers went on to do in the hour after. Where "
                  "refusing took one more step than agreeing, refusals fell by a factor of four. The sentence “we use cookies” was understood by a third of the people who had read it. We propose a "
                  "vocabulary of seven terms, tested in five languages, and show that it makes people slower and surer. The data and the crawler are free to use. Last, we ask whether consent is the "
                  "right instrument at all, and answer that for most of what is done today, it is not; a rule about what may be stored would do more, cost less, and be seen by nobody.</p>",
    TRUE },
};

static void
test_abstract (gconstpointer data)
{
  const AbstractCase *c = data;

  g_assert_cmpint (offprint_doubt_abstract (c->text), ==, c->is_one ? OFFPRINT_DOUBT_NONE : OFFPRINT_DOUBT_PROSE);
}

typedef struct
{
  const char *path;
  const char *a;
  const char *b;
  gboolean is_like;
  gboolean is_unlike;
} PairCase;

static const PairCase pairs[] = {
  { "same", "On Rivers", "On <i>Rivers</i>", TRUE, FALSE },
  { "subtitle", "The Patience of Machines", "The Patience of Machines: A History", TRUE, FALSE },
  { "prefix", "RETRACTED ARTICLE: The Patience of Machines", "The Patience of Machines", TRUE, FALSE },
  { "other", "The Patience of Machines", "Journal Platform for Research", FALSE, TRUE },
  { "house-in-handbook", "Tidewater", "Tidewater Handbook of Engineering Statistics and Methods", TRUE, FALSE },
  { "too-short", "P", "C", FALSE, FALSE },
  { "one-word-each", "Rivers", "Ferries", FALSE, FALSE },
  { "chinese", "中国与俄罗斯的伙伴关系", "中国与俄罗斯的伙伴关系：规范", TRUE, FALSE },
  { "chinese-other", "中国与俄罗斯的伙伴关系", "登录页面以继续浏览", FALSE, TRUE },
};

static void
test_pair (gconstpointer data)
{
  const PairCase *c = data;

  g_assert_cmpint (offprint_is_like (c->a, c->b), ==, c->is_like);
  g_assert_cmpint (offprint_is_like (c->b, c->a), ==, c->is_like);
  g_assert_cmpint (offprint_is_unlike (c->a, c->b), ==, c->is_unlike);
}

static void
test_reasons (void)
{
  g_assert_null (offprint_doubt_get_reason (OFFPRINT_DOUBT_NONE));
  for (OffprintDoubt doubt = OFFPRINT_DOUBT_REFUSAL; doubt <= OFFPRINT_DOUBT_READING; doubt++)
    g_assert_nonnull (offprint_doubt_get_reason (doubt));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *path = g_strconcat ("/suspicion/title/", titles[i].path, NULL);

      g_test_add_data_func (path, &titles[i], test_title);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (abstracts); i++)
    {
      g_autofree char *path = g_strconcat ("/suspicion/abstract/", abstracts[i].path, NULL);

      g_test_add_data_func (path, &abstracts[i], test_abstract);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/suspicion/pair/", pairs[i].path, NULL);

      g_test_add_data_func (path, &pairs[i], test_pair);
    }
  g_test_add_func ("/suspicion/reasons", test_reasons);

  return g_test_run ();
}
