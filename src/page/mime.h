/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GMime, loaded when the first web archive is opened: with what it needs itself it would
 * add five libraries to every start of a program in which few will ever open one. So its
 * functions are called through a table, as ICU’s are.
 */

#pragma once

#include <gmime/gmime.h>

G_BEGIN_DECLS

#define OFFPRINT_MIME_FUNCTIONS(F)             \
  F (g_mime_content_type_get_mime_type)        \
  F (g_mime_content_type_is_type)              \
  F (g_mime_data_wrapper_new_with_stream)      \
  F (g_mime_data_wrapper_write_to_stream)      \
  F (g_mime_init)                              \
  F (g_mime_object_get_content_id)             \
  F (g_mime_object_get_content_type)           \
  F (g_mime_object_get_content_type_parameter) \
  F (g_mime_object_get_header)                 \
  F (g_mime_parser_construct_part)             \
  F (g_mime_parser_new_with_stream)            \
  F (g_mime_parser_set_format)                 \
  F (g_mime_parser_set_persist_stream)         \
  F (g_mime_part_get_content_encoding)         \
  F (g_mime_part_get_type)                     \
  F (g_mime_stream_mem_get_byte_array)         \
  F (g_mime_stream_mem_new)                    \
  F (g_mime_stream_mem_new_with_buffer)

#define OFFPRINT_MIME_MEMBER(name) __typeof__ (&name) name;

typedef struct
{
  OFFPRINT_MIME_FUNCTIONS (OFFPRINT_MIME_MEMBER)
} OffprintMime;

#undef OFFPRINT_MIME_MEMBER

/* NULL with an error of OFFPRINT_PAGE_ERROR if the library is not there */
const OffprintMime *offprint_mime_load (GError **error);

/* GMime 3.2 has none of its own */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeDataWrapper, g_object_unref)

G_END_DECLS
