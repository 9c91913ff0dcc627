// The one way to load a component that the first screen does without; load.ts is the way for anything else. What cannot be loaded
// is never passed over: a message stands in the component's place.
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { Boundary } from './boundary.tsx';
import { Dialog } from './dialog.tsx';
import { load } from './load.ts';

type Options<Props> = {
  readonly isPage?: boolean;
  /** What stands in its place until it is here; nothing by default. */
  readonly waiting?: (props: Props) => ReactNode;
  /** Puts the message of its failure where it belongs. */
  readonly failed?: (message: ReactNode, props: Props) => ReactNode;
};

/** A component that comes when it is first shown. `load` fetches it beforehand; then it is drawn without a wait. */
export function part<Props extends object>(
  from: () => Promise<ComponentType<Props>>,
  name: string,
  { isPage, waiting, failed }: Options<Props> = {},
): ((props: Props) => ReactNode) & { readonly load: () => Promise<unknown> } {
  let isLost = false;
  let here: ComponentType<Props> | undefined;
  let Loaded = later();

  async function loadComponent(): Promise<ComponentType<Props>> {
    const component = await load(() => restyle().then(from), name);
    here = component;
    return component;
  }

  function later() {
    return lazy(() =>
      loadComponent().then(
        (component) => ({ default: component }),
        (error) => {
          isLost = true;
          throw error;
        },
      ),
    );
  }

  // A lazy component never asks a second time.
  function renew(): void {
    if (isLost) Loaded = later();
    isLost = false;
  }

  function Inside(props: Props): ReactNode {
    // React shows what was waited for some 300 ms later, however soon it comes.
    const [Here] = useState(() => here);
    if (Here) return <Here {...props} />;
    return (
      <Suspense fallback={waiting?.(props)}>
        <Loaded {...props} />
      </Suspense>
    );
  }

  function Part(props: Props): ReactNode {
    // Shown anew, it is asked for anew.
    useState(renew);
    return (
      <Boundary name={name} isPage={isPage} onRetry={renew} around={failed && ((message) => failed(message, props))}>
        <Inside {...props} />
      </Boundary>
    );
  }

  return Object.assign(Part, { load: loadComponent });
}

/** For `failed` of a dialog: what was asked for as a dialog says in one that it does not come. */
export const inDialog = (message: ReactNode, { onClose }: { readonly onClose: () => void }): ReactNode => (
  <Dialog label="没有打开" onClose={onClose}>
    <div className="stack">
      {message}
      <div className="row">
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </div>
  </Dialog>
);

/** Style sheets that did not come. Vite's loader asks for each only once and takes it for there from then on. */
const lostStyles = new Set<HTMLLinkElement>();
// Where there is no page, as in unit tests, there are no style sheets either.
globalThis.addEventListener?.(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostStyles.add(target);
  },
  true,
);

/** Asks for them anew, so that no part is shown without its style. Rejects when one does not come. */
async function restyle(): Promise<void> {
  for (const lost of lostStyles) {
    const link = lost.cloneNode() as HTMLLinkElement;
    const coming = new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
    });
    lostStyles.delete(lost);
    lost.replaceWith(link);
    await coming;
  }
}
