// Keeps a failure where it happened: a message stands in the place of what threw, or could not be loaded, and all else goes
// on. What the message says and offers is handed in by whoever mounts the app (`FailureView`).
import { Component, createContext, type ReactNode, useContext } from 'react';

export type Failure = {
  readonly error: unknown;
  /** What failed, as it is called on the screen. */
  readonly name: string;
  /** It was the whole page. */
  readonly isPage: boolean;
  /** It has been tried again already. */
  readonly again: boolean;
  readonly retry: () => void;
  /** As `retry`, where somebody went elsewhere and did not ask for it. */
  readonly reset: () => void;
};

export const FailureView = createContext<(failure: Failure) => ReactNode>(() => null);

type Props = {
  readonly name: string;
  readonly isPage?: boolean | undefined;
  /** Called before what failed is put up once more. */
  readonly onRetry?: () => void;
  /** Puts the message where it belongs, such as into a list or a dialog. */
  readonly around?: ((message: ReactNode) => ReactNode) | undefined;
  readonly children: ReactNode;
};

type State = { readonly failed: { readonly error: unknown } | undefined; readonly again: boolean };

export class Boundary extends Component<Props, State> {
  override state: State = { failed: undefined, again: false };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } };
  }

  readonly retry = (): void => this.putUp(true);
  readonly reset = (): void => this.putUp(false);

  putUp(again: boolean): void {
    this.props.onRetry?.();
    this.setState({ failed: undefined, again });
  }

  override render(): ReactNode {
    const { name, isPage = false, around, children } = this.props;
    const { failed, again } = this.state;
    if (!failed) return children;
    const { retry, reset } = this;
    const message = <Message {...failed} {...{ name, isPage, again, retry, reset }} />;
    return around ? around(message) : message;
  }
}

function Message(failure: Failure): ReactNode {
  const View = useContext(FailureView);
  return <View {...failure} />;
}
