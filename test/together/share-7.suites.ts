import { describeShare } from './together';

describeShare(7);
