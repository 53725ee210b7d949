/** How services are asked about captchas, see {@link org.hirundo.remote.captcha.HttpCaptchaService}. */
@NullMarked
package org.hirundo.remote.captcha;

import org.jspecify.annotations.NullMarked;
