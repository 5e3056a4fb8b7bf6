import '../common/styles/theme.css';
import '../common/styles/base.css';
import '../common/styles/sign_in.css';
import './teller.css';
import { start_page } from '../common/ui/app';
import { TellerPage } from './page';

start_page('teller', <TellerPage />);
