// Mounts the app. The base styles come first, so that those of the pages go on top of them.
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { NewVersion } from './offline/new-version.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <>
      <App />
      {import.meta.env.PROD && <NewVersion />}
    </>,
  );
}

// For src/offline/start-guard.ts.
document.documentElement.dataset.started = '';
