/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * “Springer, Cham” is a publisher and a place, “John Wiley & Sons, Ltd” is not, nor is
 * “University of California, Berkeley”. Only a list of the places where books come out
 * tells them apart.
 */

#include "config.h"

#include "places.h"

#include <string.h>

static const char *const places[] = {
  "Abingdon", "Amsterdam", "Ann Arbor", "Antwerp", "Athens", "Baltimore", "Barcelona", "Basel", "Basingstoke", "Beijing", "Berkeley",
  "Berlin", "Bern", "Bielefeld", "Bingley", "Boca Raton", "Bologna", "Bonn", "Boston", "Bristol", "Brussels", "Budapest",
  "Buenos Aires", "Cambridge", "Cham", "Cheltenham", "Chicago", "Cologne", "Copenhagen", "Delhi", "Dordrecht", "Dublin", "Durham",
  "Edinburgh", "Farnham", "Firenze", "Florence", "Frankfurt", "Frankfurt am Main", "Freiburg", "Geneva", "Göttingen",
  "Guildford", "Hamburg", "Hanover", "Harlow", "Heidelberg", "Helsinki", "Hershey", "Hoboken", "Hong Kong", "Ithaca",
  "Jena", "Kyoto", "Köln", "Lanham", "Leiden", "Leipzig", "Leuven", "Lisbon", "London", "Los Angeles", "Lund", "Madrid", "Mahwah",
  "Manchester", "Melbourne", "Milan", "Milano", "Milton Park", "Minneapolis", "Moscow", "München", "Munich", "Münster", "New Brunswick",
  "New Delhi", "New Haven", "New York", "Northampton", "Notre Dame", "Opladen", "Oslo", "Oxford", "Oxon", "Palo Alto", "Paris", "Philadelphia",
  "Piscataway", "Porto", "Praha", "Princeton", "Providence", "Roma", "Rome", "Rotterdam", "San Diego", "San Francisco", "San Rafael",
  "Santiago", "Seattle", "Seoul", "Shanghai", "Singapore", "Stanford", "Stockholm", "Stuttgart", "Sydney", "São Paulo", "The Hague",
  "Thousand Oaks", "Tokyo", "Toronto", "Totowa", "Tübingen", "Uppsala", "Utrecht", "Vancouver", "Vienna", "Warsaw", "Washington",
  "Washington DC", "Weinheim", "West Lafayette", "Wien", "Wiesbaden", "Würzburg", "Zürich", "Zurich", NULL
};

/* What stands behind a place: states and countries */
static const char *const regions[] = {
  "CA", "CT", "DC", "FL", "IL", "IN", "MA", "MD", "MI", "MN", "NJ", "NY", "OH", "PA", "RI", "TX", "UK", "US", "USA", "VA", "WA",
  "Germany", "Netherlands", "Switzerland", "United Kingdom", NULL
};

static gboolean
is_place (const char *text,
          gsize       length)
{
  g_autofree char *word = g_strstrip (g_strndup (text, length));

  return g_strv_contains (places, word) || g_strv_contains (regions, word);
}

static gboolean
is_city (const char *text,
         gsize       length)
{
  g_autofree char *word = g_strstrip (g_strndup (text, length));

  return g_strv_contains (places, word);
}

/* “University of California, Berkeley” is one name */
static gboolean
is_campus (const char *text,
           const char *comma)
{
  g_autofree char *head = g_strndup (text, (gsize) (comma - text));

  return g_str_has_prefix (head, "University of") && strstr (head, "Press") == NULL;
}

/**
 * offprint_places_find_tail:
 * @text: a publisher, perhaps with its place: “Springer, Berlin, Heidelberg”
 *
 * Returns: (transfer none) (nullable): where the place begins in @text
 */
const char *
offprint_places_find_tail (const char *text)
{
  const char *end = text + strlen (text);
  const char *tail = NULL;

  for (const char *p = end; p > text; p--)
    {
      if (p[-1] != ',')
        continue;
      if (!is_place (p, (gsize) (end - p)))
        break;
      if (is_city (p, (gsize) (end - p)) && !is_campus (text, p - 1))
        tail = p + strspn (p, " ");
      end = p - 1;
    }
  return tail;
}
