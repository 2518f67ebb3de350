import { useEffect, useState } from 'preact/hooks';

const STEP = 20_000;

/** The time, renewed often enough for "2 minutes ago". */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
}
