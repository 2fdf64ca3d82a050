/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The little TeX that abstracts have: scripts, Greek, relations, fonts. It is read as
 * far as it goes; a command that is not known stays as it was typed.
 */

#include "config.h"

#include "mathml.h"

#include <string.h>

#define MAX_GROUPS 16

static const struct
{
  const char *name;
  const char *text;
} signs[] = {
  { "alpha", "α" },
  { "beta", "β" },
  { "gamma", "γ" },
  { "delta", "δ" },
  { "epsilon", "ϵ" },
  { "varepsilon", "ε" },
  { "zeta", "ζ" },
  { "eta", "η" },
  { "theta", "θ" },
  { "vartheta", "ϑ" },
  { "iota", "ι" },
  { "kappa", "κ" },
  { "lambda", "λ" },
  { "mu", "μ" },
  { "nu", "ν" },
  { "xi", "ξ" },
  { "pi", "π" },
  { "rho", "ρ" },
  { "sigma", "σ" },
  { "tau", "τ" },
  { "upsilon", "υ" },
  { "phi", "ϕ" },
  { "varphi", "φ" },
  { "chi", "χ" },
  { "psi", "ψ" },
  { "omega", "ω" },
  { "Gamma", "Γ" },
  { "Delta", "Δ" },
  { "Theta", "Θ" },
  { "Lambda", "Λ" },
  { "Xi", "Ξ" },
  { "Pi", "Π" },
  { "Sigma", "Σ" },
  { "Phi", "Φ" },
  { "Psi", "Ψ" },
  { "Omega", "Ω" },
  { "times", "×" },
  { "cdot", "·" },
  { "pm", "±" },
  { "mp", "∓" },
  { "leq", "≤" },
  { "le", "≤" },
  { "geq", "≥" },
  { "ge", "≥" },
  { "neq", "≠" },
  { "ne", "≠" },
  { "approx", "≈" },
  { "sim", "∼" },
  { "simeq", "≃" },
  { "equiv", "≡" },
  { "propto", "∝" },
  { "ll", "≪" },
  { "gg", "≫" },
  { "infty", "∞" },
  { "partial", "∂" },
  { "nabla", "∇" },
  { "sum", "∑" },
  { "prod", "∏" },
  { "int", "∫" },
  { "sqrt", "√" },
  { "to", "→" },
  { "rightarrow", "→" },
  { "leftarrow", "←" },
  { "in", "∈" },
  { "subset", "⊂" },
  { "cup", "∪" },
  { "cap", "∩" },
  { "circ", "∘" },
  { "degree", "°" },
  { "prime", "′" },
  { "ldots", "…" },
  { "dots", "…" },
  { "cdots", "⋯" },
  { "hbar", "ℏ" },
  { "ell", "ℓ" },
  { "forall", "∀" },
  { "exists", "∃" },
  { "langle", "⟨" },
  { "rangle", "⟩" },
  { "odot", "⊙" },
  { "star", "⋆" },
  { "lesssim", "≲" },
  { "gtrsim", "≳" },
  { "perp", "⊥" },
  { "parallel", "∥" },
  { "dagger", "†" },
  { "left", "" },
  { "right", "" },
  { "big", "" },
  { "Big", "" },
  { "displaystyle", "" },
  { "quad", " " },
  { "qquad", " " },
  { "rm", "" },
  { "it", "" },
  { "bf", "" },
  { "mathrm", "" },
  { "mathit", "" },
  { "mathbf", "" },
  { "mathcal", "" },
  { "mathbb", "" },
  { "text", "" },
  { "textrm", "" },
  { "textit", "" },
  { "textbf", "" },
  { "mbox", "" },
  { "operatorname", "" },
  { "mathsf", "" },
  { "rm", "" },
  { "boldsymbol", "" },
  { "varvec", "" },
  { "ensuremath", "" },
};

/* What stands between \begin{document} and \end{document}, without the dollars around it */
static char *
strip_document (const char *tex)
{
  const char *begin = strstr (tex, "\\begin{document}");
  const char *start = begin != NULL ? begin + strlen ("\\begin{document}") : tex;
  const char *end = strstr (start, "\\end{document}");
  char *inner = end != NULL ? g_strndup (start, end - start) : g_strdup (start);
  gsize length = 0;

  g_strstrip (inner);
  length = strlen (inner);
  if (length >= 4 && (g_str_has_prefix (inner, "\\(") || g_str_has_prefix (inner, "\\[")))
    {
      memmove (inner, inner + 2, length - 1);
      length -= 2;
      if (length >= 2 && inner[length - 2] == '\\')
        inner[length - 2] = '\0';
    }
  return inner;
}

/* “\%” and its like are the sign itself, the others are blanks */
static const char *
read_punctuation (const char  *tex,
                  const char **text)
{
  static const char *const themselves[] = { "{", "}", "%", "$", "&", "#", "_", "|" };

  if (*tex != '\0' && strchr (",;:! \\", *tex) != NULL)
    {
      *text = " ";
      return tex + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (themselves); i++)
    {
      if (*tex != themselves[i][0])
        continue;
      *text = themselves[i];
      return tex + 1;
    }
  return tex;
}

/* The sign for the command at @tex, which stands at a backslash; gives its end */
static const char *
read_command (const char  *tex,
              const char **text)
{
  const char *end = tex + 1;

  while (g_ascii_isalpha (*end))
    end++;
  *text = NULL;
  if (end == tex + 1)
    return read_punctuation (end, text);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strlen (signs[i].name) == (gsize) (end - tex - 1) && strncmp (signs[i].name, tex + 1, end - tex - 1) == 0)
        *text = signs[i].text;
    }
  return *text != NULL ? end : tex + 1;
}

/**
 * offprint_tex_collect:
 * @tex: a formula in TeX, perhaps within a whole document
 * @collector: where the formula goes
 * @flags: how the text around it is set
 * @href: (nullable): where the text around it leads
 *
 * Sets a formula in a line.
 */
void
offprint_tex_collect (const char        *tex,
                      OffprintCollector *collector,
                      OffprintRunFlags   flags,
                      const char        *href)
{
  g_autofree char *inner = strip_document (tex);
  OffprintRunFlags groups[MAX_GROUPS] = { flags | OFFPRINT_RUN_MATH };
  OffprintRunFlags script = OFFPRINT_RUN_PLAIN;
  guint depth = 0;

  for (const char *p = inner; *p != '\0';)
    {
      const char *text = p;
      const char *next = g_utf8_next_char (p);
      gsize length = next - p;

      if ((*p == '^' || *p == '_') && (groups[depth] & (OFFPRINT_RUN_SUPERSCRIPT | OFFPRINT_RUN_SUBSCRIPT)) == 0)
        {
          script = *p == '^' ? OFFPRINT_RUN_SUPERSCRIPT : OFFPRINT_RUN_SUBSCRIPT;
          p = next;
          continue;
        }
      if (*p == '{' && depth + 1 < MAX_GROUPS)
        {
          groups[depth + 1] = groups[depth] | script;
          depth++;
          script = OFFPRINT_RUN_PLAIN;
        }
      else if (*p == '}')
        depth = depth > 0 ? depth - 1 : 0;
      else if (*p == '\\')
        {
          next = read_command (p, &text);
          text = text != NULL ? text : "\\";
          offprint_collector_text (collector, text, -1, groups[depth] | script, href);
          script = text[0] != '\0' ? OFFPRINT_RUN_PLAIN : script;
        }
      else if (*p != '$')
        {
          offprint_collector_text (collector, *p == '~' ? " " : text, *p == '~' ? 1 : length,
                                   groups[depth] | script, href);
          script = OFFPRINT_RUN_PLAIN;
        }
      p = next;
    }
}
