import '@fontsource-variable/noto-sans/index.css';
import '../src/look/look.css';
import './gallery.css';
import { isLanguage } from '@dayaq/locale';
import { render } from 'preact';
import { setLanguage, wantInnerWords } from '../src/locale/index.ts';
import { furnish } from '../src/look/furniture.ts';
import { Gallery } from './Gallery.tsx';
import { FURNITURE } from './furniture.tsx';

/** `?language=tg&theme=dark&part=dialog`: what the pictures are taken of. Without `part`, everything. */
const asked = new URLSearchParams(location.search);
const language = asked.get('language');
const theme = asked.get('theme');
const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');

furnish(FURNITURE);
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
await wantInnerWords();
if (isLanguage(language)) await setLanguage(language);
render(<Gallery part={asked.get('part')} />, place);
