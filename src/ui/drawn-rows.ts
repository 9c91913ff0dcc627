// How much of a long list is drawn: its beginning, and more whenever the end of what is drawn comes near.
import { type RefCallback, useCallback, useState } from 'react';

const atFirst = 60;
const more = 120;
/** px before it is seen. */
const near = '1200px';

/** `end` is the ref of what stands below the last drawn; it needs `drawn` as its key, so that it is looked at anew. */
export function useDrawnRows(of: number): { readonly drawn: number; readonly end: RefCallback<Element> } {
  const [most, setMost] = useState(atFirst);
  const end = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setMost((before) => before + more);
      },
      { rootMargin: near },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { drawn: Math.min(of, most), end };
}
