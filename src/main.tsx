// Mounts the app, and what stays when it fails. The base styles come first, so that those of the pages go on top of them.
import './ui/base.css';
import { Fragment, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { FailureMessage } from './failure-view.tsx';
import { LastResort } from './last-resort.tsx';
import { NewVersion } from './offline/new-version.tsx';
import { Boundary, FailureView } from './ui/boundary.tsx';
import { OldBrowser } from './ui/old-browser.tsx';

const Mode = import.meta.env.DEV ? StrictMode : Fragment;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Mode>
      <FailureView value={FailureMessage}>
        <Boundary name="年报填报" isPage>
          <App />
        </Boundary>
      </FailureView>
      <LastResort />
      <OldBrowser />
      {import.meta.env.PROD && <NewVersion />}
    </Mode>,
  );
}

// For src/offline/start-guard.ts.
document.documentElement.dataset.started = '';
