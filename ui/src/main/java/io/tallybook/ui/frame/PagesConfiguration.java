package io.tallybook.ui.frame;

import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.TableFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives page controllers their {@link Screen} and turns tables into files when the address asks for one. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {
    private final TableFiles files;

    PagesConfiguration(TableFiles files) {
        this.files = files;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ScreenResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(files);
    }

    private static final class ScreenResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Screen.class;
        }

        @Override
        public Screen resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binder) {
            HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            Figures figures = (Figures) Objects.requireNonNull(request.getAttribute(Figures.REQUEST));
            return new Screen(
                    request.getRequestURI(),
                    params(request),
                    figures,
                    request.getAttribute(Screen.CLOSE) instanceof io.tallybook.messages.close.CloseId id ? id : null);
        }

        private static MultiValueMap<String, String> params(HttpServletRequest request) {
            MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
            request.getParameterMap().forEach((name, values) -> params.addAll(name, List.of(values)));
            List.of("export", "table", "columns", "_csrf").forEach(params::remove);
            return params;
        }
    }
}
