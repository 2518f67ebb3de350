import { useEffect, useState } from 'preact/hooks';

const HOUR = 3_600_000;

/** Now, renewed hourly: "2 days" may become "3 days" while the page stays open. */
export function useToday(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), HOUR);
    return () => clearInterval(timer);
  }, []);
  return now;
}
