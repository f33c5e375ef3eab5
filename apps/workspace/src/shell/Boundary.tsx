import { Component, type ComponentChildren } from 'preact';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { LeaveButton } from './LeaveButton.tsx';

/** When drawing a page fails: says that nothing was lost, offers to try again, and keeps the quick exit. */
export class Boundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div class="page">
        <header class="page-head">
          <h1 class="page-title">{t('shell.broken.title')}</h1>
          <LeaveButton />
        </header>
        <main class="page-main" id="main">
          <div class="stack">
            <p>{t('shell.broken.text')}</p>
            <div class="buttons">
              <Button onClick={() => this.setState({ failed: false })}>{t('shell.broken.again')}</Button>
              <Button kind="plain" onClick={() => location.assign('/today')}>
                {t('shell.today')}
              </Button>
            </div>
          </div>
        </main>
      </div>
    );
  }
}
