package io.tallybook.ui.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps what became of a deed for the page its person is led to: what the page they leave fetches of itself meanwhile, because
 * it hears of the very event, does not take the answer away.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class AnswersForPages extends SessionFlashMapManager {
    /** What a page fetches of itself says so ({@code swap.js}). */
    private static final String OF_ITSELF = "X-Live";

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return request.getHeader(OF_ITSELF) == null ? super.retrieveFlashMaps(request) : null;
    }
}
