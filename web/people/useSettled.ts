import { useEffect, useState } from 'react'

/** The value once it has not changed for a moment, so that a search waits until the typing pauses. */
export function useSettled<Value>(value: Value, milliseconds = 250): Value {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
