/** Files of a case: adding, showing, and their way since. */
export { AddFile } from './add-file.tsx';
export { FileItem } from './file-item.tsx';
export { FileViewer } from './file-viewer.tsx';
export { readSealedFile } from '@dayaq/domain';
