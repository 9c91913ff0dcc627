// Mounts the app.
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { NewVersion } from './offline/new-version.tsx';
import './ui/base.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <>
      <App />
      {import.meta.env.PROD && <NewVersion />}
    </>,
  );
}
