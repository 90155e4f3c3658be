/**
 * Sends statements that do not need each other's answers in one flight. All are waited for even when one fails, so that
 * none outlives the transaction; then the first failure is thrown.
 */
export async function together<const Statements extends readonly unknown[]>(statements: Statements) {
  await Promise.allSettled(statements)
  return Promise.all(statements)
}
