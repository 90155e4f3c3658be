/**
 * What only the engine under the program says: no answer may speak so. Quotation marks may be escaped, as in JSON; a questionnaire
 * has a field that is called constraint.
 */
export const engineText =
  /syntax error|violates|(?:relation|column|constraint|function|table) \\?"|exclusion constraint|duplicate key|pg_|postgres|kysely|zod|fastify|node_modules|\.ts:|at async|ECONN|SQLSTATE|RangeError|TypeError/iu
