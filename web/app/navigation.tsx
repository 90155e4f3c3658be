import {
  Link as RouterLink,
  useNavigate as useRouterNavigate,
  useParams,
  useRouterState,
} from '@tanstack/react-router'
import type { UiLinkProps } from '#web/ui/index.ts'

/** A link inside the product: `<Link to={`/cases/${id}/plan`}>`. Never put a name or a search text into `to`. */
export function Link({ to, ...rest }: UiLinkProps) {
  // The page itself is current, not every page above it.
  return <RouterLink {...rest} to={to} activeOptions={{ exact: true }} />
}

/** Goes to another page: `const go = useGo()`, then `go('/people')`. `replace` leaves no way back to this one. */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const navigate = useRouterNavigate()
  return (to, options) => void navigate({ to, replace: options?.replace ?? false })
}

/** One parameter of the page's path: `useRouteParam('caseId')` on `/cases/:caseId`. */
export function useRouteParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`The path of this page has no parameter ${name}`)
  return value
}

/** The path now shown, without query. */
export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname })
