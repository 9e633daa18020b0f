import './language.test.js';
import './outline.test.js';
import './diagnostics.test.js';
import './fixes.test.js';
import './template.test.js';
import './settings.test.js';
import './seeing.test.js';
import './typing.test.js';
