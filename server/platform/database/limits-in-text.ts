import { type KyselyPlugin, LimitNode, type RootOperationNode, ValueNode } from 'kysely'

/**
 * Writes how many rows a page has into the statement's text. As a value it would be unknown to a plan that serves every value,
 * which then expects a tenth of the table, and reads and sorts it whole.
 */
export const limitsInText: KyselyPlugin = {
  transformQuery: ({ node }) => withLimitInText(node),
  transformResult: ({ result }) => Promise.resolve(result),
}

function withLimitInText(node: RootOperationNode): RootOperationNode {
  if (node.kind !== 'SelectQueryNode' || !node.limit) return node
  const { limit } = node.limit
  if (!ValueNode.is(limit) || typeof limit.value !== 'number') return node
  return Object.freeze({ ...node, limit: LimitNode.create(ValueNode.createImmediate(limit.value)) })
}
