import { pageLogic } from './page-logic';
import { type PageWindow, showPage } from './page-view';

declare const window: PageWindow;

showPage(window, pageLogic());
