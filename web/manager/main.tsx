import 'uplot/dist/uPlot.min.css';
import '../common/styles/theme.css';
import '../common/styles/base.css';
import '../common/styles/sign_in.css';
import './manager.css';
import './boards.css';
import { start_page } from '../common/ui/app';
import { ManagerPage } from './page';

start_page('manager', <ManagerPage />);
