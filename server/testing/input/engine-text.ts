/** What only the engine under the program says: no answer may speak so. */
export const engineText =
  /syntax error|violates|constraint|relation "|column "|pg_|postgres|kysely|zod|fastify|node_modules|\.ts:|at async|ECONN|SQLSTATE|RangeError|TypeError/iu
